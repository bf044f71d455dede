using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>
/// Numbers the lines of the audit trail without gaps and gives each the hash of the one before, so that a change from outside is found.
/// One writer at a time: SQLite's own lock, an advisory lock on PostgreSQL, both held until the caller's transaction ends.
/// </summary>
public static class AuditChain
{
    private const string TakeLock = "SELECT pg_advisory_xact_lock(7274012)";

    /// <summary>Gives new lines their place, inside a transaction.</summary>
    internal static async Task LinkAsync(HubDbContext database, IReadOnlyList<AuditEntry> lines, CancellationToken cancellationToken)
    {
        await LockAsync(database, cancellationToken);
        var (id, hash) = await LastAsync(database, cancellationToken);
        foreach (var line in lines)
        {
            line.Id = ++id;
            hash = line.Hash = HashOf(line, hash);
        }
    }

    /// <summary>Makes this transaction the only one that writes lines until it ends; SQLite has done so when it began.</summary>
    internal static Task LockAsync(HubDbContext database, CancellationToken cancellationToken) =>
        database.Database.IsNpgsql() ? database.Database.ExecuteSqlRawAsync(TakeLock, cancellationToken) : Task.CompletedTask;

    /// <summary>The hash a line must have after a line with the hash <paramref name="previous"/>.</summary>
    public static string HashOf(AuditEntry line, string previous) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes<object?[]>([
                    previous,
                    line.Id,
                    line.At.Ticks,
                    line.AccountId,
                    line.ActorName,
                    line.Address,
                    line.Action,
                    line.SubjectKind,
                    line.SubjectId,
                    line.Before,
                    line.After,
                    line.Path,
                ])
            )
        );

    /// <summary>Id and hash of the newest line; 0 and empty where there is none.</summary>
    public static async Task<(long Id, string Hash)> LastAsync(HubDbContext database, CancellationToken cancellationToken)
    {
        var last = await database
            .Set<AuditEntry>()
            .OrderByDescending(line => line.Id)
            .Select(line => new { line.Id, line.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        if (last is not null)
            return (last.Id, last.Hash);
        var anchor = await database.Set<AuditAnchor>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return (anchor?.LastId ?? 0, anchor?.Hash ?? "");
    }
}
