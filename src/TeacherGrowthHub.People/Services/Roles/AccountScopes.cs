using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Roles;

/// <summary>Which organisation an account belongs to: its teacher's present school, its office, or where it holds a role.</summary>
public sealed class AccountScopes(HubDbContext database)
{
    /// <summary>The path of that organisation; null when there is none.</summary>
    public Task<string?> PathOfAsync(string accountId, CancellationToken cancellationToken = default) =>
        database
            .Set<Account>()
            .Where(account => account.Id == accountId)
            .Select(account =>
                account.Teacher!.PresentPath
                ?? account.Organization!.Path
                ?? database
                    .Set<RoleHolding>()
                    .Where(holding => holding.AccountId == account.Id)
                    .OrderBy(holding => holding.Organization!.Path)
                    .Select(holding => holding.Organization!.Path)
                    .FirstOrDefault()
            )
            .SingleOrDefaultAsync(cancellationToken);
}
