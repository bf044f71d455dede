namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Turns Office files into other formats by LibreOffice, where that is installed.</summary>
public sealed class OfficeConverter
{
    private static readonly Dictionary<string, string> Successors = new()
    {
        [".doc"] = ".docx",
        [".ppt"] = ".pptx",
        [".xls"] = ".xlsx",
    };

    /// <summary>The format of today that a legacy format is read as; null for every other format.</summary>
    public static string? SuccessorOf(string extension) => Successors.GetValueOrDefault(extension);

    /// <summary>Converts a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="extension">Of the result, with its dot.</param>
    /// <param name="folder">Where the result is put; the caller deletes it.</param>
    /// <param name="limit">How long it may take.</param>
    /// <returns>The result; null where LibreOffice is missing or took too long.</returns>
    /// <exception cref="InvalidOperationException">It ended without a result.</exception>
    public async Task<string?> ConvertAsync(
        string path,
        string extension,
        string folder,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        // A profile of its own: two conversions cannot share one.
        string[] arguments =
        [
            $"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            extension[1..],
            "--outdir",
            folder,
            path,
        ];
        var result = Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + extension);
        if (!await OptionalProgram.RunAsync("soffice", arguments, limit, cancellationToken))
            return null;
        return File.Exists(result) ? result : throw new InvalidOperationException("soffice wrote nothing");
    }
}
