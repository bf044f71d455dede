namespace TeacherGrowthHub.Kernel.Backup;

/// <param name="Path">The archive to be written.</param>
/// <param name="Overwrite">Whether an archive of that name is replaced.</param>
/// <param name="AllowLost">Whether to go on, and to say so in the manifest, when the store has lost files.</param>
public sealed record BackupRequest(string Path, bool Overwrite = false, bool AllowLost = false);
