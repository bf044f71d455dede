using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Reads the text of a PDF page by page.</summary>
internal static class PdfReader
{
    // Skia's and other writers' fonts map one glyph to two code points; copied text then holds Kangxi radicals (⽣ for 生).
    private const char FirstRadical = '\u2e80';
    private const char LastRadical = '\u2fdf';

    public static ExtractedDocument Read(Stream content)
    {
        using var document = Open(content);
        var pages = new List<string>(document.NumberOfPages);
        var failures = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            if (TryRead(document, number) is { } page)
                pages.Add(page);
            else
                failures++;
        }
        if (pages.Count == 0)
            throw new UnreadableException("PDF 的页面都读不出来");
        if (failures > 0)
            pages.Add("");
        return new ExtractedDocument(pages, [.. pages.SelectMany(page => page.Split('\n')).Select(line => new Block { Text = line, IsLine = true })]);
    }

    private static PdfDocument Open(Stream content)
    {
        try
        {
            return PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new UnreadableException("PDF 加了打开密码", exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new UnreadableException("PDF 已损坏，读不出来", exception);
        }
    }

    // One broken page does not cost the others; PdfPig throws many kinds of exceptions on broken input.
    private static string? TryRead(PdfDocument document, int number)
    {
        try
        {
            var page = document.GetPage(number);
            return Tidy(ContentOrderTextExtractor.GetText(page, addDoubleNewline: false) + AnnotationText(page));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string AnnotationText(Page page) =>
        string.Concat(page.GetAnnotations().Where(a => !string.IsNullOrWhiteSpace(a.Content)).Select(a => "\n" + a.Content));

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is >= FirstRadical and <= LastRadical)
                tidy.Append(character.ToString().Normalize(NormalizationForm.FormKC));
            else if (!char.IsControl(character) || character is '\n' or '\t')
                tidy.Append(character);
        }
        return tidy.ToString();
    }
}
