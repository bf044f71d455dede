using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Theme.DawnCloud;

/// <summary>What the frame around every page needs: the site's words, the person, the navigation, unread messages.</summary>
public sealed class ShellFrame(
    IHubUserAccessor users,
    SiteSettings settings,
    IEnumerable<INavigationProvider> providers,
    HubDbContext database,
    IHttpContextAccessor http
)
{
    private bool _isLoaded;

    public SiteProfile Site { get; private set; } = new();
    public HubUser User { get; private set; } = HubUser.Guest;
    public IReadOnlyList<NavigationItem> Main { get; private set; } = [];
    public IReadOnlyList<NavigationItem> Actions { get; private set; } = [];
    public IReadOnlyList<NavigationItem> Account { get; private set; } = [];
    public IReadOnlyList<NavigationItem> Admin { get; private set; } = [];
    public IReadOnlyList<NavigationItem> Foot { get; private set; } = [];
    public bool HasUnread { get; private set; }

    /// <summary>Loads once per request: layouts lie inside each other.</summary>
    public async Task<ShellFrame> LoadAsync()
    {
        if (_isLoaded)
            return this;
        _isLoaded = true;
        Site = await settings.GetAsync<SiteProfile>();
        User = await users.GetAsync();
        Main = Visible(provider => provider.Main);
        Actions = Visible(provider => provider.Actions);
        Account = Visible(provider => provider.Account);
        Admin = Visible(provider => provider.Admin);
        Foot = Visible(provider => provider.Foot);
        HasUnread =
            User.IsSignedIn && await database.Set<Notification>().AnyAsync(note => note.AccountId == User.AccountId && note.ReadAt == null);
        return this;
    }

    /// <summary>The entry the present page belongs to.</summary>
    public bool IsCurrent(NavigationItem item)
    {
        var path = http.HttpContext!.Request.Path;
        return item.Path == "/" ? path == "/" : path.StartsWithSegments(item.Path);
    }

    private List<NavigationItem> Visible(Func<INavigationProvider, IEnumerable<NavigationItem>> pick) =>
        [.. providers.SelectMany(pick).Where(item => item.Permission is null || User.Can(item.Permission)).OrderBy(item => item.Order)];
}
