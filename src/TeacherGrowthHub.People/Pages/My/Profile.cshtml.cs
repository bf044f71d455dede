using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Pages.My;

/// <summary>What the portal knows about the person: school, duties, roles; the mobile number masked.</summary>
[RequireSignedIn]
public sealed class ProfileModel(HubDbContext database, SchoolCalendar calendar) : HubPageModel
{
    /// <summary>A role and the organisation at which it is held.</summary>
    public sealed record HeldRole(string Label, string Organization);

    public Domain.Account Account { get; private set; } = null!;
    public Organization? School { get; private set; }
    public IReadOnlyList<TeacherDuty> Duties { get; private set; } = [];
    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var accountId = (await WhoAsync()).AccountId!;
        Account = await database
            .Set<Domain.Account>()
            .AsNoTracking()
            .Include(account => account.Teacher!.Duties)
            .Include(account => account.Teacher!.Posts)
                .ThenInclude(post => post.Organization)
            // In one query SQLite would first join all posts of the city.
            .AsSplitQuery()
            .SingleAsync(account => account.Id == accountId);
        School = Account.Teacher?.PostOn(calendar.Today)?.Organization;
        Duties = Account.Teacher is { } teacher ? [.. teacher.DutiesOn(calendar.Today).OrderBy(duty => duty.Kind)] : [];
        Roles = await database
            .Set<RoleHolding>()
            .Where(holding => holding.AccountId == accountId)
            .Join(
                database.Set<PortalRole>(),
                holding => holding.RoleName,
                role => role.Name,
                (holding, role) => new HeldRole(role.Label, holding.Organization!.Name)
            )
            .ToListAsync();
    }
}
