using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Fills an empty database in one transaction, schema included: killed before its commit, the database is as empty as before.</summary>
internal sealed class PostgresRestore(HubDbContext database, ArchiveReader archive, BackupProgress progress)
{
    private const string AllForeignKeys = """
        SELECT conrelid::regclass::text AS "Table", conname::text AS "Name", pg_get_constraintdef(oid) AS "Definition"
        FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
        """;

    // Ids of the old server's transactions; those of a younger server are smaller, and readers would wait for them for ever.
    private const string ForgetTransactions = """UPDATE "ChangeEntries" SET "TransactionId" = 0""";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        database.Database.SetCommandTimeout(0);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(Schema(), cancellationToken);
        // As in every dump: rows first, references after, whatever the order or the circles among the tables.
        var keys = await database.Database.SqlQueryRaw<ForeignKey>(AllForeignKeys).ToListAsync(cancellationToken);
        foreach (var key in keys)
            await ExecuteAsync($"ALTER TABLE {key.Table} DROP CONSTRAINT {Catalogue.Quote(key.Name)}", cancellationToken);
        foreach (var table in archive.Manifest.Tables)
            await FillAsync(table, cancellationToken);
        await ExecuteAsync(ForgetTransactions, cancellationToken);
        foreach (var sequence in archive.Manifest.Sequences)
            await database.Database.ExecuteSqlAsync(
                $"SELECT setval(format('%I', {sequence.Name})::regclass, {sequence.Value})",
                cancellationToken
            );
        foreach (var key in keys)
            await ExecuteAsync($"ALTER TABLE {key.Table} ADD CONSTRAINT {Catalogue.Quote(key.Name)} {key.Definition}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // The version of the archive, not of this build: the next start brings the rows up to date as it does any older database.
    private string Schema() =>
        database
            .GetService<IMigrator>()
            .GenerateScript(Migration.InitialDatabase, archive.Manifest.Migrations[^1], MigrationsSqlGenerationOptions.NoTransactions);

    private async Task FillAsync(BackupTable table, CancellationToken cancellationToken)
    {
        // A migration may have put rows there.
        await ExecuteAsync($"DELETE FROM {Catalogue.Quote(table.Name)}", cancellationToken);
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var entry = archive.Manifest.Entries.Single(candidate => candidate.Name == ArchiveNames.OfTable(table.Name));
        await using (
            var rows = await connection.BeginRawBinaryCopyAsync(
                $"COPY {PostgresSnapshot.TableWithColumns(table)} FROM STDIN (FORMAT BINARY)",
                cancellationToken
            )
        )
            await archive.CopyAsync(entry, rows, progress, cancellationToken);
        if (await Catalogue.CountAsync(database, table.Name, cancellationToken) != table.Rows)
            throw new BackupRefusedException($"{table.Name} has not the number of rows that the manifest tells. Nothing was restored.");
    }

    // Not EF's raw SQL, which takes braces in a script for places of parameters.
    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record ForeignKey(string Table, string Name, string Definition);
}
