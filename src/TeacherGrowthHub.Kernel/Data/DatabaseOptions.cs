namespace TeacherGrowthHub.Kernel.Data;

/// <summary>The engines the portal runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Section <c>Database</c>: which engine, and where.</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Empty means <c>hub.db</c> in the data folder (SQLite only).</summary>
    public string? ConnectionString { get; set; }
}
