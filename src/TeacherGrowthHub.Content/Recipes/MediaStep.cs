using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Content.Domain;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Orchard's <c>media</c> step. <c>SourceUrl</c> is refused: the server fetches nothing for a recipe.</summary>
public sealed class MediaStep(HubDbContext database, IBlobStore blobs) : IRecipeStep
{
    /// <summary>Types that a media library may hold.</summary>
    private static readonly HashSet<string> Allowed =
    [
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".pdf",
        ".docx",
        ".pptx",
        ".xlsx",
        ".txt",
        ".md",
        ".mp4",
    ];

    public sealed record FileItem(
        string? TargetPath = null,
        string? Path = null,
        string? Base64 = null,
        string? SourcePath = null,
        string? SourceUrl = null
    );

    public string Name => "media";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        foreach (var item in step.Items<FileItem>("Files"))
        {
            var path = CheckedPath(item);
            await using var source = Open(item, import.Folder);
            var blob = await blobs.WriteAsync(source, cancellationToken);
            var file = await database.Set<MediaFile>().FindAsync([path], cancellationToken);
            if (file is null)
                database.Add(file = new MediaFile { Path = path, Hash = blob.Hash });
            (file.Hash, file.Length) = (blob.Hash, blob.Length);
            import.ReportChange(database, Name, path);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new List<FileItem>();
        foreach (var file in await database.Set<MediaFile>().AsNoTracking().OrderBy(file => file.Path).ToListAsync(cancellationToken))
        {
            using var bytes = new MemoryStream();
            await using (var stream = await blobs.OpenAsync(file.Hash, cancellationToken) ?? throw new FileNotFoundException(file.Path))
                await stream.CopyToAsync(bytes, cancellationToken);
            items.Add(new FileItem(file.Path, null, Convert.ToBase64String(bytes.ToArray()), null, null));
        }
        if (items.Count > 0)
            yield return RecipeJson.Step(Name, "Files", items);
    }

    private static string CheckedPath(FileItem item)
    {
        var path = (item.TargetPath ?? item.Path ?? "").TrimStart('/');
        var parts = path.Split('/');
        if (parts.Any(part => part is "" or "." or "..") || path.Contains('\\') || path.Contains(':') || path.Any(char.IsControl))
            throw new RefusedException("媒体文件路径 {0} 不合规", path);
        if (!Allowed.Contains(Path.GetExtension(path).ToLowerInvariant()))
            throw new RefusedException("媒体文件 {0} 的类型不允许", path);
        return path;
    }

    private static Stream Open(FileItem item, string folder) =>
        item switch
        {
            { Base64: { } base64 } => new MemoryStream(RecipeBytes.FromBase64(base64)),
            { SourcePath: { } path } => File.OpenRead(RecipeFolder.Resolve(folder, path)),
            { SourceUrl: not null } => throw new RefusedException("配方不能让服务器去下载 {0}", item.SourceUrl),
            _ => throw new RefusedException("媒体文件 {0} 没有内容", item.TargetPath ?? ""),
        };
}
