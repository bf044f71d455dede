using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Finds and creates accounts. Codes are <see cref="AccountCodes"/>, passwords <see cref="Passwords"/>.</summary>
public sealed class AccountService(HubDbContext database, UserManager<Account> users, AuditTrail audit)
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
    /// <exception cref="RefusedException">A rule of numbers or passwords, or somebody else has the number or mobile number.</exception>
    public async Task CreateAsync(HubUser user, Account account, string? password = null, string? path = null)
    {
        await StoreRules.GuardAsync(
            database,
            () => IdentityResults.EnsureAsync(password is null ? users.CreateAsync(account) : users.CreateAsync(account, password)),
            () => new RefusedException(TeacherRecords.TakenMeanwhile) { Kind = RefusalKind.Conflict, Field = "Number" }
        );
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

    // The school's administrators read the lines of their teachers' accounts.
    private Task<string?> HomeOfAsync(Account account) =>
        database
            .Set<Teacher>()
            .Where(teacher => teacher.Id == account.TeacherId)
            .Select(teacher => teacher.PresentPath)
            .SingleOrDefaultAsync();
}
