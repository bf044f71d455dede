using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages;

/// <summary>In-site messages, newest first.</summary>
[RequireSignedIn]
public sealed class NotificationsModel(HubDbContext database, TimeProvider clock) : HubPageModel
{
    private const int Shown = 100;

    public IReadOnlyList<Notification> Notes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var accountId = (await WhoAsync()).AccountId;
        Notes = await database
            .Set<Notification>()
            .AsNoTracking()
            .Where(note => note.AccountId == accountId)
            .OrderByDescending(note => note.CreatedAt)
            .Take(Shown)
            .ToListAsync();
    }

    /// <summary>Marks everything as read.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var accountId = (await WhoAsync()).AccountId;
        var now = clock.GetUtcNow().UtcDateTime;
        await database
            .Set<Notification>()
            .Where(note => note.AccountId == accountId && note.ReadAt == null)
            .ExecuteUpdateAsync(note => note.SetProperty(n => n.ReadAt, now));
        return LocalRedirect("/my/notifications");
    }
}
