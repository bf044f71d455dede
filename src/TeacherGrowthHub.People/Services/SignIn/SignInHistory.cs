using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>One attempt to sign in.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Action">One of <see cref="AccountActions.History"/>.</param>
/// <param name="Address">Network address.</param>
public sealed record SignInAttempt(DateTime At, string Action, string? Address);

/// <summary>Who has tried to sign in to an account, read from the audit trail.</summary>
public sealed class SignInHistory(HubDbContext database)
{
    /// <summary>How many attempts are shown.</summary>
    public const int Shown = 50;

    /// <summary>The last attempts, newest first.</summary>
    public Task<List<SignInAttempt>> OfAsync(string accountId, CancellationToken cancellationToken = default) =>
        database
            .Set<AuditEntry>()
            .Where(line =>
                line.SubjectKind == nameof(Account) && line.SubjectId == accountId && AccountActions.History.Contains(line.Action)
            )
            .OrderByDescending(line => line.Id)
            .Take(Shown)
            .Select(line => new SignInAttempt(line.At, line.Action, line.Address))
            .ToListAsync(cancellationToken);
}
