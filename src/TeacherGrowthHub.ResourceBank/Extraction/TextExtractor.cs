using TeacherGrowthHub.ResourceBank.Extraction.Office;
using TeacherGrowthHub.ResourceBank.Extraction.Pdf;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Reads the text of a file without any cut. Runs in a child process: a hostile file can hang or explode a parser.</summary>
public static class TextExtractor
{
    private static readonly HashSet<string> Readable = [".docx", ".pptx", ".xlsx", ".pdf", ".txt", ".md"];

    /// <summary>Whether text can be read from files of that extension.</summary>
    public static bool CanRead(string extension) => Readable.Contains(extension);

    /// <param name="content">The bytes.</param>
    /// <param name="extension">Decided by content.</param>
    /// <param name="isEmbedded">Lies inside another file, and what lies in it is not read.</param>
    /// <exception cref="UnreadableException">With the reason.</exception>
    public static ExtractedDocument Read(Stream content, string extension, bool isEmbedded = false)
    {
        try
        {
            return extension switch
            {
                ".docx" => DocxReader.Read(content, isEmbedded),
                ".pptx" => PptxReader.Read(content, isEmbedded),
                ".xlsx" => XlsxReader.Read(content, isEmbedded),
                ".pdf" => PdfReader.Read(content),
                _ => ReadPlain(content),
            };
        }
        catch (Exception exception) when (exception is not (UnreadableException or OutOfMemoryException))
        {
            throw new UnreadableException("文件已损坏，读不出来", exception);
        }
    }

    private static ExtractedDocument ReadPlain(Stream content)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        if (!TextDecoding.TryDecode(bytes.ToArray(), out var text))
            throw new UnreadableException("文字编码无法识别");
        var plain = text.TrimStart('\ufeff').ReplaceLineEndings("\n");
        return new ExtractedDocument([plain], [.. plain.Split('\n').Select(line => new Block { Text = line })]);
    }
}
