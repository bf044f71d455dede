using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>A person's bearer tokens: eight hours, revocable, stored as hashes.</summary>
public sealed class BearerTokens(HubDbContext database, SecondFactorDemand demand, AuditTrail audit, TimeProvider clock)
{
    /// <summary>How long a token is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>Issues a token for an account.</summary>
    public async Task<(string Token, DateTime ExpiresAt)> IssueAsync(string accountId, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = new ApiToken
        {
            Id = HubId.New(clock),
            AccountId = accountId,
            Hash = HashOf(token),
            ExpiresAt = clock.GetUtcNow().UtcDateTime + Lifetime,
        };
        database.Add(row);
        await RecordAsync("Account.TokenIssued", row, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return (token, row.ExpiresAt);
    }

    /// <summary>The account behind a token that is neither expired nor revoked; and what it owes. Null for a closed one.</summary>
    public async Task<(string AccountId, SignInState State)?> FindAccountAsync(string token, CancellationToken cancellationToken)
    {
        var roles = await demand.RolesAsync(cancellationToken);
        var hash = HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await database
            .Set<ApiToken>()
            .Where(row => row.Hash == hash && row.RevokedAt == null && row.ExpiresAt > now)
            .Join(database.Set<Account>(), row => row.AccountId, account => account.Id, (_, account) => account)
            .Where(account => account.ClosedAt == null)
            .Select(account => new
            {
                account.Id,
                account.MustChangePassword,
                // Where there is an app the token was not given without its digits.
                NeedsSecondFactor = !account.TwoFactorEnabled
                    && database.Set<RoleHolding>().Any(holding => holding.AccountId == account.Id && roles.Contains(holding.RoleName)),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Id, new SignInState(found.MustChangePassword, found.NeedsSecondFactor));
    }

    /// <summary>Ends a token at once.</summary>
    public async Task RevokeAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var row = await database.Set<ApiToken>().SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, cancellationToken);
        if (row is null)
            return;
        row.RevokedAt = clock.GetUtcNow().UtcDateTime;
        await RecordAsync("Account.TokenRevoked", row, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task RecordAsync(string action, ApiToken row, CancellationToken cancellationToken)
    {
        var account = await database
            .Set<Account>()
            .Where(a => a.Id == row.AccountId)
            .Select(a => new
            {
                a.TeacherId,
                a.DisplayName,
                a.Teacher!.PresentPath,
            })
            .SingleAsync(cancellationToken);
        var owner = new HubUser(row.AccountId, account.TeacherId, account.DisplayName, account.PresentPath, []);
        audit.Record(owner, action, nameof(ApiToken), row.Id, after: new { row.ExpiresAt, row.RevokedAt }, path: owner.HomePath);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
