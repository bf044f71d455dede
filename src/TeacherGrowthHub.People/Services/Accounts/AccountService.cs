using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Accounts and the roles they hold. Codes are <see cref="AccountCodes"/>, passwords <see cref="Passwords"/>.</summary>
public sealed class AccountService(HubDbContext database, UserManager<Account> users, AuditTrail audit, TimeProvider clock)
{
    /// <summary>The account of a teacher number (工号) or mobile number; null when there is none, or its owner has closed it.</summary>
    public Task<Account?> FindAsync(string login, CancellationToken cancellationToken = default)
    {
        var typed = login.Normalize(System.Text.NormalizationForm.FormKC).Trim();
        // PostgreSQL takes no U+0000, and nobody's number holds such characters.
        if (typed.Any(char.IsControl))
            return Task.FromResult<Account?>(null);
        var number = users.NormalizeName(typed);
        return database
            .Set<Account>()
            .SingleOrDefaultAsync(
                account => account.ClosedAt == null && (account.NormalizedUserName == number || account.PhoneNumber == typed),
                cancellationToken
            );
    }

    /// <summary>Creates an account without a password, or with one that the rules take.</summary>
    public Task CreateAsync(Account account, string? password = null) => CreateAsync(HubUser.System, account, password);

    /// <summary>Creates an account in somebody's name.</summary>
    /// <param name="user">Who creates it; the scope has been checked.</param>
    /// <param name="account">The new account.</param>
    /// <param name="password">Its password; null leaves it to the owner and a one-time code.</param>
    /// <param name="path">The organisation it belongs to.</param>
    public async Task CreateAsync(HubUser user, Account account, string? password = null, string? path = null)
    {
        await IdentityResults.EnsureAsync(password is null ? users.CreateAsync(account) : users.CreateAsync(account, password));
        audit.Record(
            user,
            "Account.Created",
            nameof(Account),
            account.Id,
            after: new { account.UserName, account.DisplayName },
            path: path ?? await HomeOfAsync(account)
        );
        await database.SaveChangesAsync();
    }

    /// <summary>Lets an account hold a role at an organisation; holding it already is fine.</summary>
    public async Task GrantAsync(string accountId, string role, string organizationId, CancellationToken cancellationToken = default)
    {
        var holdings = database.Set<RoleHolding>();
        if (
            await holdings.AnyAsync(
                h => h.AccountId == accountId && h.RoleName == role && h.OrganizationId == organizationId,
                cancellationToken
            )
        )
            return;
        var organization = await database.Set<Organization>().FindAsync([organizationId], cancellationToken);
        organization?.EnsureOpen(SchoolCalendar.DayOf(clock.GetUtcNow().UtcDateTime), "Organization");
        var holding = new RoleHolding
        {
            Id = HubId.New(clock),
            AccountId = accountId,
            RoleName = role,
            OrganizationId = organizationId,
        };
        holdings.Add(holding);
        audit.Record(
            HubUser.System,
            "Role.Granted",
            nameof(RoleHolding),
            holding.Id,
            after: new
            {
                accountId,
                role,
                organizationId,
            },
            path: await database.Set<Organization>().Where(o => o.Id == organizationId).Select(o => o.Path).SingleAsync(cancellationToken)
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    // The school's administrators read the lines of their teachers' accounts.
    private Task<string?> HomeOfAsync(Account account) =>
        database
            .Set<Teacher>()
            .Where(teacher => teacher.Id == account.TeacherId)
            .Select(teacher => teacher.PresentPath)
            .SingleOrDefaultAsync();
}
