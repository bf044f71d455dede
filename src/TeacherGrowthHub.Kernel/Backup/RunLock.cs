namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Held while a backup or a restore runs; the system lets go of it when the process dies.</summary>
internal static class RunLock
{
    public static FileStream Take(string path, string refusal)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException taken)
        {
            throw new BackupRefusedException(refusal, taken);
        }
    }
}
