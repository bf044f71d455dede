using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Reads a PDF page by page: text, notes and links; then what belongs to the whole file: form fields, bookmarks, title.</summary>
internal static class PdfReader
{
    public static ExtractedDocument Read(Stream content)
    {
        using var document = Open(content);
        var pages = Enumerable
            .Range(1, document.NumberOfPages)
            .Select(number => Try(() => ReadPage(document.GetPage(number))))
            .OfType<string>()
            .ToList();
        if (pages.Count == 0)
            throw new UnreadableException("PDF 的页面都读不出来");
        // What belongs to the whole file is searched, but is no line of the lesson.
        Block[] lines = [.. pages.SelectMany(page => page.Split('\n')).Select(line => new Block { Text = line, IsLine = true })];
        var rest = string.Join(
                '\n',
                (string[])[Try(() => Fields(document)) ?? "", Try(() => Bookmarks(document)) ?? "", document.Information.Title ?? ""]
            )
            .Trim();
        if (rest.Length > 0)
            pages.Add(PdfText.Tidy(rest));
        return new ExtractedDocument(pages, lines) { Hidden = Properties(document.Information) };
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

    // One broken part does not cost the others; PdfPig throws many kinds of exceptions on broken input.
    private static string? Try(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string ReadPage(Page page)
    {
        var text = ContentOrderTextExtractor.GetText(page, addDoubleNewline: false);
        var notes = Try(() =>
            string.Join('\n', page.GetAnnotations().Select(a => $"{a.Name} {a.Content}".Trim()).Where(note => note.Length > 0))
        );
        var links = Try(() => string.Join('\n', page.GetHyperlinks().Select(link => link.Uri)));
        return PdfText.Tidy(string.Join('\n', text, notes, links).TrimEnd());
    }

    private static string Fields(PdfDocument document) =>
        document.TryGetForm(out var form) ? string.Join('\n', form.Fields.SelectMany(Flatten).Select(FieldText)) : "";

    private static string Properties(DocumentInformation information) =>
        string.Join('\n', information.Author, information.Subject, information.Keywords);

    private static IEnumerable<AcroFieldBase> Flatten(AcroFieldBase field) =>
        field is AcroNonTerminalField parent ? [field, .. parent.Children.SelectMany(Flatten)] : [field];

    private static string FieldText(AcroFieldBase field)
    {
        var value = field switch
        {
            AcroTextField text => text.Value,
            AcroComboBoxField combo => string.Join(' ', combo.SelectedOptions),
            AcroListBoxField list => string.Join(' ', list.SelectedOptions),
            AcroCheckboxField box => box.CurrentValue?.Data,
            AcroRadioButtonField button => button.CurrentValue?.Data,
            _ => "",
        };
        return $"{field.Information.PartialName} {field.Information.AlternateName} {value}";
    }

    private static string Bookmarks(PdfDocument document) =>
        document.TryGetBookmarks(out var bookmarks) ? string.Join('\n', bookmarks.GetNodes().Select(node => node.Title)) : "";
}
