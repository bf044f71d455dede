using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>The one transaction in which a whole workbook is written or taken back; SQLite lets nobody else write until it ends.</summary>
internal static class WholeImport
{
    public static async Task<IDbContextTransaction> BeginAsync(HubDbContext database, CancellationToken cancellationToken)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        // Tables may grow from nothing within it: plans that PostgreSQL keeps from their first rows would scan them all for every chunk.
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"SET LOCAL enable_seqscan = off; DISCARD PLANS", cancellationToken);
        return transaction;
    }
}
