using Microsoft.Extensions.Configuration;

namespace TeacherGrowthHub.Kernel.Data;

/// <summary>The one folder in which an installation keeps what it must not lose (<c>HUB_DATA</c>, default <c>./data</c>).</summary>
public sealed class DataFolder
{
    public DataFolder(IConfiguration configuration)
        : this(configuration["HUB_DATA"] ?? "data") { }

    public DataFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    /// <summary>A sub-folder, created when missing.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;

    public string File(string name) => Path.Combine(Root, name);
}
