namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Files that are gone when they are closed.</summary>
internal static class TemporaryFile
{
    private const int BufferSize = 1 << 16;

    public static FileStream Create() =>
        new(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None,
            BufferSize,
            FileOptions.DeleteOnClose
        );
}
