using System.Diagnostics;
using System.Globalization;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Page images for previews: PDF by pdftoppm, Office files by LibreOffice first. Without those programs there are none.</summary>
public sealed class PageImages(IBlobStore blobs, SiteSettings settings, DataFolder data, TimeProvider clock)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);
    private static readonly HashSet<string> Office = [".docx", ".pptx", ".doc", ".ppt"];
    private const string Dpi = "80";

    /// <summary>Blob keys of the pages in order; empty where no preview can be made.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(string path, string extension, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.Folder("extraction"), HubId.New(clock))).FullName;
        try
        {
            var pdf =
                extension == ".pdf" ? path
                : Office.Contains(extension) ? await ToPdfAsync(path, folder, cancellationToken)
                : null;
            return pdf is null ? [] : await DrawAsync(pdf, folder, cancellationToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<IReadOnlyList<string>> DrawAsync(string pdf, string folder, CancellationToken cancellationToken)
    {
        var pages = (await settings.GetAsync<ResourceSettings>(cancellationToken)).MaxPreviewPages;
        var last = pages.ToString(CultureInfo.InvariantCulture);
        if (!await RunAsync("pdftoppm", ["-png", "-r", Dpi, "-l", last, pdf, Path.Combine(folder, "page")], cancellationToken))
            return [];
        var keys = new List<string>();
        foreach (var image in Directory.EnumerateFiles(folder, "page*.png").Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(image);
            keys.Add((await blobs.WriteAsync(content, cancellationToken)).Hash);
        }
        return keys;
    }

    private static async Task<string?> ToPdfAsync(string path, string folder, CancellationToken cancellationToken)
    {
        // A profile of its own: two conversions cannot share one.
        string[] arguments =
        [
            $"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            path,
        ];
        var pdf = Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + ".pdf");
        return await RunAsync("soffice", arguments, cancellationToken) && File.Exists(pdf) ? pdf : null;
    }

    private static async Task<bool> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var child = Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                }
            )!;
            child.ErrorDataReceived += (_, _) => { };
            child.OutputDataReceived += (_, _) => { };
            child.BeginErrorReadLine();
            child.BeginOutputReadLine();
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(TimeLimit);
            try
            {
                await child.WaitForExitAsync(limit.Token);
                return child.ExitCode == 0;
            }
            catch (OperationCanceledException)
            {
                child.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                return false;
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // not installed
        }
    }
}
