using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.TrainingHours.Services;

/// <summary>Work of the night that every node begins and only one may do at a time.</summary>
public sealed class OneNode(HubDbContext database)
{
    private const string TakeLock = "SELECT pg_advisory_xact_lock(7274021)";

    /// <summary>Begins a transaction and waits for whichever node is in one: SQLite's own lock, an advisory lock on PostgreSQL.</summary>
    public async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlRawAsync(TakeLock, cancellationToken);
        return transaction;
    }
}
