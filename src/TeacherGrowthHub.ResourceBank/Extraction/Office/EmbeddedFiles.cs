namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Office files and drawn pictures that lie inside an Office file.</summary>
internal static class EmbeddedFiles
{
    /// <summary>Text of Office files embedded in this one, not of those embedded in them in turn; and the text drawn in pictures.</summary>
    public static IEnumerable<string> Texts(OfficePackage package) =>
        package.IsEmbedded ? [] : package.Names("").Select(name => TextOf(package, name)).OfType<string>().Where(text => text.Length > 0);

    private static string? TextOf(OfficePackage package, string name)
    {
        var extension = Path.GetExtension(name);
        if (MetafileText.CanRead(extension))
            return WithCopy(package, name, copy => string.Join('\n', MetafileText.Read(copy)));
        return name.Contains("/embeddings/", StringComparison.Ordinal) && TextExtractor.CanRead(extension)
            ? WithCopy(package, name, copy => Path.GetFileName(name) + "\n" + TextExtractor.Read(copy, extension, isEmbedded: true).Text)
            : null;
    }

    // A broken one costs only itself.
    private static string? WithCopy(OfficePackage package, string name, Func<MemoryStream, string> read)
    {
        try
        {
            using var stream = package.Open(name);
            using var copy = new MemoryStream();
            stream?.CopyTo(copy);
            copy.Position = 0;
            return read(copy);
        }
        catch (Exception exception) when (exception is UnreadableException or InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
