using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Reads a PDF page by page: text, notes and links; then what belongs to the whole file: form fields, bookmarks, title.</summary>
internal static class PdfReader
{
    private const int EndLength = 2048;

    private static readonly ParsingOptions Options = new()
    {
        UseLenientParsing = true,
        SkipMissingFonts = true,
        FilterProvider = new PdfFilters(),
    };

    public static ExtractedDocument Read(Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var file = copy.ToArray();
        var document = TryRead(file);
        if (document is null || (IsCutOff(file) && string.IsNullOrWhiteSpace(document.Text)))
            document = TryRead(PdfRepair.Rebuild(file)) ?? document;
        return document ?? throw new UnreadableException("PDF 已损坏，读不出来");
    }

    private static bool IsCutOff(byte[] file) => file.AsSpan(Math.Max(0, file.Length - EndLength)).IndexOf("%%EOF"u8) < 0;

    private static ExtractedDocument? TryRead(byte[] file)
    {
        try
        {
            using var document = PdfDocument.Open(file, Options);
            return ReadDocument(document);
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new UnreadableException("PDF 加了打开密码", exception);
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or UnreadableException))
        {
            return null;
        }
    }

    private static ExtractedDocument? ReadDocument(PdfDocument document)
    {
        var tokens = new PdfTokens(document);
        Try(() =>
        {
            new PdfFonts(document, tokens).Complete();
            return "";
        });
        var source = new PdfPages(document, tokens);
        var pages = Enumerable
            .Range(1, document.NumberOfPages)
            .Select(number => Try(() => ReadPage(source.Read(number), tokens)))
            .OfType<string>()
            .ToList();
        // What belongs to the whole file is searched, but is no line of the lesson.
        Block[] lines = [.. pages.SelectMany(page => page.Split('\n')).Select(line => new Block { Text = line, IsLine = true })];
        var forms = new PdfForms(tokens, document.Structure.Catalog.CatalogDictionary);
        string?[] besides =
        [
            Try(() => string.Join('\n', forms.Fields())),
            Try(() => string.Join('\n', forms.Bookmarks())),
            Try(() => document.Information.Title ?? ""),
        ];
        var rest = string.Join('\n', besides).Trim();
        if (pages.Count == 0 && rest.Length == 0)
            return null;
        if (rest.Length > 0)
            pages.Add(PdfText.Tidy(rest));
        return new ExtractedDocument(pages, lines) { Hidden = Try(() => Properties(document.Information)) ?? "" };
    }

    // One broken part does not cost the others; PdfPig throws many kinds of exceptions on broken input.
    private static string? Try(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or UnreadableException))
        {
            return null;
        }
    }

    private static string ReadPage(Page page, PdfTokens tokens)
    {
        var text = string.Join('\n', PdfLines.Read(page.Letters));
        var notes = Try(() => string.Join('\n', page.GetAnnotations().SelectMany(note => NoteLines(note, tokens)).Distinct()));
        var links = Try(() => string.Join('\n', page.GetHyperlinks().Select(link => link.Uri)));
        return PdfText.Tidy(string.Join('\n', text, notes, links).TrimEnd());
    }

    // The name of a form field is no author's name; it is read with the form.
    private static IEnumerable<string> NoteLines(Annotation note, PdfTokens tokens)
    {
        if (note.Type is AnnotationType.Widget or AnnotationType.Popup)
            return [];
        string[] lines = [tokens.Text(note.AnnotationDictionary, "T"), tokens.Text(note.AnnotationDictionary, "Subj"), note.Content ?? ""];
        return lines.Where(line => line.Length > 0);
    }

    private static string Properties(DocumentInformation information) =>
        string.Join('\n', information.Author, information.Subject, information.Keywords);
}
