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
        var account = await database
            .Set<Account>()
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == accountId && a.ClosedAt == null, cancellationToken);
        if (account is null)
            return null;
        var home = await HomePathAsync(account.TeacherId, cancellationToken);
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

    private async Task<string?> HomePathAsync(string? teacherId, CancellationToken cancellationToken)
    {
        if (teacherId is null)
            return null;
        var today = calendar.Today;
        return await database
            .Set<TeacherPost>()
            .Where(post => post.TeacherId == teacherId && post.From <= today && (post.To == null || today <= post.To))
            .OrderBy(post => post.IsSecondary)
            .ThenByDescending(post => post.From)
            .Select(post => post.Organization!.Path)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
