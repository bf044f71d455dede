using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>The database as it was at one instant, while the site goes on writing.</summary>
internal interface IDatabaseSnapshot : IAsyncDisposable
{
    /// <summary>Sees exactly the snapshot.</summary>
    HubDbContext Database { get; }

    /// <summary>Bytes to be written, estimated.</summary>
    long Size { get; }

    IReadOnlyList<BackupTable> Tables { get; }

    IReadOnlyList<BackupSequence> Sequences { get; }

    Task WriteAsync(ArchiveWriter archive, CancellationToken cancellationToken);
}
