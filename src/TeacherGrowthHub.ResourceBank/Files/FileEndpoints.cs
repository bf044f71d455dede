using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Files of works: one, all as zip, the lesson plan as Word, page images. Always attachments in a sandbox, never shown inline.</summary>
public static class FileEndpoints
{
    public static void MapWorkFiles(this IEndpointRouteBuilder endpoints)
    {
        // Public routes: who may have the file is decided on the work itself.
        var files = endpoints.MapGroup("/resources/{id:length(26)}").AllowAnonymous().ExcludeFromDescription();
        files.MapGet("files/{fileId:length(26)}", FileAsync);
        files.MapGet("files/{fileId:length(26)}/pages/{page:int}", PageAsync);
        files.MapGet("download", ZipAsync);
        files.MapGet("lesson.docx", LessonAsync);
    }

    private static async Task<IResult> FileAsync(
        string id,
        string fileId,
        HttpContext http,
        WorkFileAccess access,
        IBlobStore blobs,
        CancellationToken cancellationToken
    )
    {
        var (work, version) = await access.VersionWithFileAsync(id, fileId, cancellationToken);
        await access.CountAsync(work, version, cancellationToken);
        var file = version.Files.Single(f => f.Id == fileId);
        var content = await blobs.OpenAsync(file.Hash, cancellationToken) ?? throw WorkLoader.NotFound();
        Protect(http);
        return Results.Stream(content, file.MediaType, file.Name, enableRangeProcessing: true);
    }

    private static async Task<IResult> PageAsync(
        string id,
        string fileId,
        int page,
        HttpContext http,
        WorkFileAccess access,
        ResourceReader reader,
        IBlobStore blobs,
        CancellationToken cancellationToken
    )
    {
        var (_, version) = await access.VersionWithFileAsync(id, fileId, cancellationToken, isPreview: true);
        var file = version.Files.Single(f => f.Id == fileId);
        var images = (await reader.FileTextsAsync(version, cancellationToken)).GetValueOrDefault(file.Hash)?.PageImages ?? [];
        if (page < 1 || page > images.Count || await blobs.OpenAsync(images[page - 1], cancellationToken) is not { } image)
            throw WorkLoader.NotFound();
        Protect(http);
        return Results.Stream(image, "image/png");
    }

    private static async Task<IResult> ZipAsync(
        string id,
        HttpContext http,
        WorkFileAccess access,
        IBlobStore blobs,
        CancellationToken cancellationToken
    )
    {
        var (work, version) = await access.PublishedAsync(id, cancellationToken);
        await access.CountAsync(work, version, cancellationToken);
        Protect(http);
        http.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true; // ZipArchive writes its directory synchronously
        return Results.Stream(
            target => WriteZipAsync(target, version, blobs, cancellationToken),
            "application/zip",
            FileNames.Clean(version.Title) + ".zip"
        );
    }

    private static async Task<IResult> LessonAsync(
        string id,
        HttpContext http,
        WorkFileAccess access,
        WorkViews views,
        LessonDocument writer,
        CancellationToken cancellationToken
    )
    {
        var (work, version) = await access.PublishedAsync(id, cancellationToken);
        if (work.Kind != WorkKind.Lesson)
            throw WorkLoader.NotFound();
        await access.CountAsync(work, version, cancellationToken);
        Protect(http);
        return Results.File(
            writer.Write(await views.OfAsync(work, version, cancellationToken)),
            FileTypeOfWord,
            FileNames.Clean(version.Title) + ".docx"
        );
    }

    private const string FileTypeOfWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static async Task WriteZipAsync(Stream target, WorkVersion version, IBlobStore blobs, CancellationToken cancellationToken)
    {
        await using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in version.Files)
        {
            var name = used.Add(file.Name) ? file.Name : $"{file.Position + 1}-{file.Name}";
            await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await using var content = await blobs.OpenAsync(file.Hash, cancellationToken) ?? throw WorkLoader.NotFound();
            await content.CopyToAsync(entry, cancellationToken);
        }
    }

    private static void Protect(HttpContext http)
    {
        http.Sandbox();
        http.Response.Headers.CacheControl = "private, no-store";
    }
}
