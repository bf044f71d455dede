using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Kernel.Idempotency;

/// <summary>The answer to a request.</summary>
/// <param name="Body">JSON.</param>
/// <param name="IsReplayed">Whether it was given before and nothing was done now.</param>
public sealed record OnceOnlyAnswer(string Body, bool IsReplayed);

/// <summary>
/// Does what a request asks for once, however often it is sent: the answer is stored in the transaction of the work. Of two that come at
/// once the second waits for the first.
/// </summary>
public sealed class OnceOnly(HubDbContext database, TimeProvider clock)
{
    private const int MinKeyLength = 8;

    /// <summary>Days an answer is kept.</summary>
    public const int KeptDays = 30;

    /// <param name="caller">Who calls.</param>
    /// <param name="key">The caller's key of the request; visible ASCII.</param>
    /// <param name="requestHash">Of address and body.</param>
    /// <param name="act">Does the work in the transaction and gives the answer's JSON; null when it refuses, which stores nothing.</param>
    /// <param name="cancellationToken">Ends it before anything is stored.</param>
    /// <returns>Null when the work was refused.</returns>
    /// <exception cref="RefusedException">No proper key, or one that stands for another request.</exception>
    public async Task<OnceOnlyAnswer?> DoAsync(
        string caller,
        string? key,
        string requestHash,
        Func<Task<string?>> act,
        CancellationToken cancellationToken = default
    )
    {
        if (key is null || key.Length is < MinKeyLength or > IdempotentAnswer.MaxKeyLength || !key.All(IsVisible))
            throw new RefusedException("请求须带 Idempotency-Key，{0} 到 {1} 个可见字符", MinKeyLength, IdempotentAnswer.MaxKeyLength);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var answer = new IdempotentAnswer
        {
            Caller = caller,
            Key = key,
            RequestHash = requestHash,
            At = clock.GetUtcNow().UtcDateTime,
        };
        database.Add(answer);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (StoreRules.AreBrokenBy(exception))
        {
            await transaction.RollbackAsync(cancellationToken);
            database.ChangeTracker.Clear();
            return await ReplayAsync(answer, cancellationToken);
        }
        if (await act() is not { } body)
            return null;
        answer.Body = body;
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new OnceOnlyAnswer(body, IsReplayed: false);
    }

    private async Task<OnceOnlyAnswer> ReplayAsync(IdempotentAnswer asked, CancellationToken cancellationToken)
    {
        var stored = await database
            .Set<IdempotentAnswer>()
            .AsNoTracking()
            .SingleAsync(answer => answer.Caller == asked.Caller && answer.Key == asked.Key, cancellationToken);
        return stored.RequestHash == asked.RequestHash
            ? new OnceOnlyAnswer(stored.Body, IsReplayed: true)
            : throw new RefusedException("这个 Idempotency-Key 已经用于另一个请求") { Kind = RefusalKind.Conflict };
    }

    private static bool IsVisible(char character) => character is > ' ' and < '\u007f';
}
