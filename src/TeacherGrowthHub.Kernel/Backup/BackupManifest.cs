using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>What an archive holds: its last entry, whose own hash is the archive's comment.</summary>
public sealed record BackupManifest
{
    /// <summary>The layout that this build writes and reads.</summary>
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    /// <summary>Version of the application that wrote it.</summary>
    public required string Application { get; init; }

    /// <summary>When the snapshot was taken, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
    public required DatabaseProvider Provider { get; init; }

    /// <summary>Migrations that had been applied, oldest first.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }
    public required AuditHead Audit { get; init; }
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>PostgreSQL only.</summary>
    public required IReadOnlyList<BackupSequence> Sequences { get; init; }

    /// <summary>Everything in the archive but this manifest.</summary>
    public required IReadOnlyList<BackupEntry> Entries { get; init; }

    /// <summary>Files that the store had lost or that were damaged in it, when an incomplete archive was asked for.</summary>
    public required IReadOnlyList<string> Lost { get; init; }
}

/// <param name="Id">Number of the newest line of the audit trail; 0 without any.</param>
/// <param name="Hash">Its hash; empty without any.</param>
public sealed record AuditHead(long Id, string Hash);

/// <param name="Name">Table.</param>
/// <param name="Columns">Its columns in the order of the stored rows; empty on SQLite, whose file is kept as it is.</param>
/// <param name="Rows">Number of rows.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows);

/// <param name="Name">Sequence.</param>
/// <param name="Value">The last number given out.</param>
public sealed record BackupSequence(string Name, long Value);

/// <param name="Name">Name in the archive.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">Lower-case hex SHA-256.</param>
public sealed record BackupEntry(string Name, long Size, string Hash);
