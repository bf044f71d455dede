using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>What an account may do, as it is now.</summary>
public sealed class AccountGrants(HubDbContext database, SchoolCalendar calendar)
{
    /// <summary>The person of an account; null when there is none or it is closed.</summary>
    public async Task<HubUser?> UserAsync(string accountId, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(accountId, cancellationToken) is not var (account, home))
            return null;
        var held = await database
            .Set<RoleHolding>()
            .Where(holding => holding.AccountId == accountId)
            .Select(holding => new { holding.RoleName, holding.Organization!.Path })
            .ToListAsync(cancellationToken);
        if (home is not null)
            held.Add(new { RoleName = PortalRole.Teacher, Path = home });
        var names = held.Select(holding => holding.RoleName).ToList();
        var roles = await database
            .Set<PortalRole>()
            .AsNoTracking()
            .Where(role => names.Contains(role.Name))
            .ToDictionaryAsync(role => role.Name, cancellationToken);
        var grants = held.Where(holding => roles.ContainsKey(holding.RoleName))
            .SelectMany(holding => roles[holding.RoleName].GrantsAt(holding.Path))
            .Distinct();
        return new HubUser(account.Id, account.TeacherId, account.DisplayName, home, [.. grants]);
    }

    // The account and the teacher's school today.
    private async Task<(Account Account, string? Home)?> FindAsync(string accountId, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        var found = await database
            .Set<Account>()
            .AsNoTracking()
            .Where(account => account.Id == accountId && account.ClosedAt == null)
            .Select(account => new
            {
                Account = account,
                Home = database
                    .Set<TeacherPost>()
                    .Where(post => post.TeacherId == account.TeacherId && post.From <= today && (post.To == null || today <= post.To))
                    .OrderBy(post => post.IsSecondary)
                    .ThenByDescending(post => post.From)
                    .Select(post => post.Organization!.Path)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Account, found.Home);
    }
}
