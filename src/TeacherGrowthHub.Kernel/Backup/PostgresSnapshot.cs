using System.Data;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>One read-only transaction that sees one instant; every table leaves it by COPY, so no program of the server is needed.</summary>
internal sealed class PostgresSnapshot : IDatabaseSnapshot
{
    private const string ColumnsOfTable = """
        SELECT column_name::text AS "Value" FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = {0} AND is_generated = 'NEVER' ORDER BY ordinal_position
        """;
    private const string AllSequences = """
        SELECT sequencename::text AS "Name", last_value AS "Value" FROM pg_sequences
        WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename
        """;
    private const string SizeOfTables =
        """SELECT COALESCE(SUM(pg_table_size(format('%I', tablename)::regclass)), 0)::bigint AS "Value" FROM pg_tables WHERE schemaname = current_schema()""";
    private readonly IDbContextTransaction _transaction;

    private PostgresSnapshot(HubDbContext database, IDbContextTransaction transaction) =>
        (Database, _transaction) = (database, transaction);

    public HubDbContext Database { get; }
    public long Size { get; private set; }
    public IReadOnlyList<BackupTable> Tables { get; private set; } = [];
    public IReadOnlyList<BackupSequence> Sequences { get; private set; } = [];

    public static async Task<IDatabaseSnapshot> TakeAsync(HubDbContext database, CancellationToken cancellationToken)
    {
        database.Database.SetCommandTimeout(0);
        var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await database.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY", cancellationToken);
        var snapshot = new PostgresSnapshot(database, transaction);
        await snapshot.DescribeAsync(cancellationToken);
        return snapshot;
    }

    public async Task WriteAsync(ArchiveWriter archive, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)Database.Database.GetDbConnection();
        foreach (var table in Tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync(
                $"COPY {TableWithColumns(table)} TO STDOUT (FORMAT BINARY)",
                cancellationToken
            );
            await archive.AddAsync(ArchiveNames.OfTable(table.Name), rows, CompressionLevel.Fastest, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    internal static string TableWithColumns(BackupTable table) =>
        $"{Catalogue.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(Catalogue.Quote))})";

    private async Task DescribeAsync(CancellationToken cancellationToken)
    {
        var tables = new List<BackupTable>();
        foreach (var name in await Catalogue.TablesAsync(Database, cancellationToken))
            tables.Add(
                new BackupTable(
                    name,
                    await Database.Database.SqlQueryRaw<string>(ColumnsOfTable, name).ToListAsync(cancellationToken),
                    await Catalogue.CountAsync(Database, name, cancellationToken)
                )
            );
        Tables = tables;
        // Not part of the transaction, but never behind it: numbers of visible rows were given out before.
        Sequences = await Database.Database.SqlQueryRaw<BackupSequence>(AllSequences).ToListAsync(cancellationToken);
        Size = await Database.Database.SqlQueryRaw<long>(SizeOfTables).SingleAsync(cancellationToken);
    }
}
