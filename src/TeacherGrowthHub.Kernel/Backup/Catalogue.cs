using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Questions to the database's own catalogue: what is stored, whatever this build's model says.</summary>
internal static class Catalogue
{
    private const string SqliteTables =
        """SELECT name AS "Value" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name NOT LIKE '~_~_EF%' ESCAPE '~' ORDER BY name""";
    private const string PostgresTables =
        """SELECT tablename::text AS "Value" FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE '\_\_EF%' ORDER BY tablename""";

    /// <summary>Tables without EF's own, by name.</summary>
    public static Task<List<string>> TablesAsync(HubDbContext database, CancellationToken cancellationToken) =>
        database.Database.SqlQueryRaw<string>(database.Database.IsNpgsql() ? PostgresTables : SqliteTables).ToListAsync(cancellationToken);

    public static Task<long> CountAsync(HubDbContext database, string table, CancellationToken cancellationToken)
    {
        var sql = $"SELECT COUNT(*) AS \"Value\" FROM {Quote(table)}";
        return database.Database.SqlQueryRaw<long>(sql).SingleAsync(cancellationToken);
    }

    public static string Quote(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
