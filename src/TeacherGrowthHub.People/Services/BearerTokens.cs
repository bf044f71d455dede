using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services;

/// <summary>A person's bearer tokens: eight hours, revocable, stored as hashes.</summary>
public sealed class BearerTokens(HubDbContext database, TimeProvider clock)
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
        await database.SaveChangesAsync(cancellationToken);
        return (token, row.ExpiresAt);
    }

    /// <summary>The account behind a token that is neither expired nor revoked; not one that is closed or owes a new password.</summary>
    public Task<string?> FindAccountAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        return database
            .Set<ApiToken>()
            .Where(row => row.Hash == hash && row.RevokedAt == null && row.ExpiresAt > now)
            .Join(database.Set<Account>(), row => row.AccountId, account => account.Id, (_, account) => account)
            .Where(account => account.ClosedAt == null && !account.MustChangePassword)
            .Select(account => account.Id)
            .SingleOrDefaultAsync(cancellationToken)!;
    }

    /// <summary>Ends a token at once.</summary>
    public Task RevokeAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        return database
            .Set<ApiToken>()
            .Where(row => row.Hash == hash)
            .ExecuteUpdateAsync(row => row.SetProperty(t => t.RevokedAt, now), cancellationToken);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
