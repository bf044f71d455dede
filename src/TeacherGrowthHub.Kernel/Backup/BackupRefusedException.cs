namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>A backup or a restore that may not go on. The message is a sentence for the operator; nothing was harmed.</summary>
public sealed class BackupRefusedException(string message, Exception? cause = null) : Exception(message, cause);
