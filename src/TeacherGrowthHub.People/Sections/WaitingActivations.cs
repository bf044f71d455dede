using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Sections;

/// <summary>Accounts of teachers and offices that their owners have not activated.</summary>
public sealed class WaitingActivations(HubDbContext database) : IWaitingSource
{
    public int Order => 30;
    public string Label => "未开通账号";
    public string Permission => PeoplePermissions.ManageAccounts;
    public string Link => "/admin/accounts?state=NotActivated";

    public async Task<IReadOnlyList<Waiting>> CountAsync(HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<Account>()
            .Where(account => account.PasswordHash == null && account.ClosedAt == null)
            .Select(account => account.Teacher!.PresentPath ?? account.Organization!.Path)
            .Where(path => path != null)
            .Within(path => path, user.Scopes(Permission))
            .GroupBy(path => path)
            .Select(group => new Waiting(group.Key, group.Count()))
            .ToListAsync(cancellationToken);
}
