using System.Text;
using System.Xml.Linq;
using TeacherGrowthHub.ResourceBank.Extraction.Office;
using UglyToad.PdfPig.Tokens;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>What belongs to a whole PDF: bookmarks, and fields with their names, tips and values, of both kinds of forms.</summary>
/// <remarks>Trees are walked here and not by the library, which follows a field that is its own child until the stack ends.</remarks>
internal sealed class PdfForms(PdfTokens tokens, DictionaryToken catalog)
{
    private const int MaxNodes = 100_000;

    /// <summary>Titles of bookmarks in their order.</summary>
    public IEnumerable<string> Bookmarks() =>
        tokens.Find(catalog, "Outlines") is DictionaryToken outlines
            ? Walk([outlines], Following).Select(node => tokens.Text(node, "Title")).Where(title => title.Length > 0)
            : [];

    /// <summary>A line a field: name, tip, value.</summary>
    public IEnumerable<string> Fields() =>
        tokens.Find(catalog, "AcroForm") is DictionaryToken form
            ? Walk(Dictionaries(form, "Fields"), field => Dictionaries(field, "Kids")).Select(FieldText).Concat(XfaLines(form))
            : [];

    // Depth first, each node once.
    private static IEnumerable<DictionaryToken> Walk(
        IEnumerable<DictionaryToken> roots,
        Func<DictionaryToken, IEnumerable<DictionaryToken>> children
    )
    {
        var seen = new HashSet<DictionaryToken>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<DictionaryToken>(roots.Reverse());
        while (seen.Count < MaxNodes && waiting.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            yield return node;
            foreach (var child in children(node).Reverse())
                waiting.Push(child);
        }
    }

    private IEnumerable<DictionaryToken> Following(DictionaryToken node) =>
        new[] { "First", "Next" }.Select(name => tokens.Find(node, name)).OfType<DictionaryToken>();

    private IEnumerable<DictionaryToken> Dictionaries(DictionaryToken owner, string name) =>
        tokens.Find(owner, name) is ArrayToken array ? array.Data.Select(tokens.Resolve).OfType<DictionaryToken>() : [];

    private string FieldText(DictionaryToken field) =>
        string.Join(
            ' ',
            new[] { tokens.Text(field, "T"), tokens.Text(field, "TU"), Value(tokens.Find(field, "V") ?? tokens.Find(field, "AS")) }.Where(
                s => s.Length > 0
            )
        );

    private string Value(IToken? token) =>
        token switch
        {
            StringToken text => text.Data,
            HexToken hex => hex.Data,
            NameToken name => name.Data,
            NumericToken number => number.ToString(),
            ArrayToken array => string.Join(
                ' ',
                array.Data.Where(part => part is not ArrayToken).Select(part => Value(tokens.Resolve(part)))
            ),
            StreamToken stream => Encoding.UTF8.GetString(tokens.Bytes(stream)),
            _ => "",
        };

    // XFA: an XML file in one stream or cut into several.
    private IEnumerable<string> XfaLines(DictionaryToken form)
    {
        var packets = tokens.Find(form, "XFA") switch
        {
            ArrayToken array => array.Data.Select(tokens.Resolve).OfType<StreamToken>(),
            StreamToken stream => [stream],
            _ => [],
        };
        var bytes = packets.SelectMany(packet => tokens.Bytes(packet)).ToArray();
        using var xml = new MemoryStream(bytes);
        return bytes.Length == 0 || LenientXml.Read(xml) is not { } root ? [] : root.Descendants().Where(IsShown).Select(Line).Distinct();
    }

    private static bool IsShown(XElement element) =>
        element.Name.LocalName is "text" or "exData" or "toolTip" or "speak"
        || (!element.HasElements && element.Value.Length > 0 && IsData(element));

    private static string Line(XElement element) => IsData(element) ? $"{element.Name.LocalName} {element.Value}" : element.Value;

    private static bool IsData(XElement element) => element.Ancestors().Any(ancestor => ancestor.Name.LocalName == "datasets");
}
