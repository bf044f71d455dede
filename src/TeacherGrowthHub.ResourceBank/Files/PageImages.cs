using System.Globalization;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Page images for previews: PDF by pdftoppm, Office files by LibreOffice first. Without those programs there are none.</summary>
public sealed class PageImages(IBlobStore blobs, OfficeConverter office, SiteSettings settings)
{
    private static readonly HashSet<string> Office = [".docx", ".pptx", ".xlsx", ".doc", ".ppt", ".xls"];
    private const string Dpi = "80";

    /// <summary>Blob keys of the pages in order; empty where no preview can be made.</summary>
    /// <param name="folder">For what is made on the way; the caller deletes it.</param>
    /// <exception cref="InvalidOperationException">A program failed at it: worth another try.</exception>
    public async Task<IReadOnlyList<string>> MakeAsync(string path, string extension, string folder, CancellationToken cancellationToken)
    {
        var pdf =
            extension == ".pdf" ? path
            : Office.Contains(extension) ? await office.ConvertAsync(path, ".pdf", folder, OptionalProgram.Later, cancellationToken)
            : null;
        return pdf is null ? [] : await DrawAsync(pdf, folder, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> DrawAsync(string pdf, string folder, CancellationToken cancellationToken)
    {
        var pages = (await settings.GetAsync<ResourceSettings>(cancellationToken)).MaxPreviewPages;
        var last = pages.ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["-png", "-r", Dpi, "-l", last, pdf, Path.Combine(folder, "page")];
        if (!await OptionalProgram.RunAsync("pdftoppm", arguments, OptionalProgram.Later, cancellationToken))
            return [];
        var keys = new List<string>();
        foreach (var image in Directory.EnumerateFiles(folder, "page*.png").Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(image);
            keys.Add((await blobs.WriteAsync(content, cancellationToken)).Hash);
        }
        return keys;
    }
}
