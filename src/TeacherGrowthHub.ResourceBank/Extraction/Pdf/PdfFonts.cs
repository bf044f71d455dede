using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>
/// Fonts that number their glyphs and do not say which letters these are: the library would take the numbers for letters. They
/// get the missing map from the embedded font itself.
/// </summary>
internal sealed class PdfFonts(PdfDocument document, PdfTokens tokens)
{
    private const int MaxDepth = 50;
    private const int MaxNodes = 100_000;
    private readonly HashSet<IndirectReference> _seen = [];

    /// <summary>Before the first page is read.</summary>
    public void Complete()
    {
        if (document.Structure.Catalog.CatalogDictionary.Data.TryGetValue("Pages", out var pages))
            Visit(pages, 0);
    }

    // Pages, and forms that pages draw.
    private void Visit(IToken token, int depth)
    {
        if (depth > MaxDepth || _seen.Count > MaxNodes || (token is IndirectReferenceToken reference && !_seen.Add(reference.Data)))
            return;
        var resolved = tokens.Resolve(token);
        if ((resolved as DictionaryToken ?? (resolved as StreamToken)?.StreamDictionary) is not { } node)
            return;
        foreach (var font in Entries(node, "Font"))
            CompleteFont(font);
        var kids = tokens.Find(node, "Kids") is ArrayToken array ? array.Data : [];
        foreach (var below in Entries(node, "XObject").Concat(kids))
            Visit(below, depth + 1);
    }

    private IEnumerable<IToken> Entries(DictionaryToken node, string kind) =>
        tokens.Find(node, "Resources") is DictionaryToken resources && tokens.Find(resources, kind) is DictionaryToken entries
            ? entries.Data.Values
            : [];

    private void CompleteFont(IToken font)
    {
        if (
            font is not IndirectReferenceToken reference
            || !_seen.Add(reference.Data)
            || tokens.Resolve(font) is not DictionaryToken dictionary
            || dictionary.Data.ContainsKey("ToUnicode")
            || tokens.Find(dictionary, "Encoding") is not NameToken { Data: "Identity-H" or "Identity-V" }
        )
            return;
        var letters = Letters(dictionary);
        if (letters.Count > 0)
            document.Advanced.ReplaceIndirectObject(reference.Data, dictionary.With("ToUnicode", Map(letters)));
    }

    private Dictionary<int, int> Letters(DictionaryToken font)
    {
        if (
            tokens.Find(font, "DescendantFonts") is not ArrayToken { Data.Count: > 0 } descendants
            || tokens.Resolve(descendants.Data[0]) is not DictionaryToken descendant
            || tokens.Find(descendant, "FontDescriptor") is not DictionaryToken descriptor
            || tokens.Find(descriptor, "FontFile2") is not StreamToken file
        )
            return [];
        var glyphs = TrueTypeLetters.Read(tokens.Bytes(file));
        if (tokens.Find(descendant, "CIDToGIDMap") is not StreamToken map)
            return glyphs;
        var bytes = tokens.Bytes(map);
        return Enumerable
            .Range(0, bytes.Length / 2)
            .Select(code => (Code: code, Letter: glyphs.GetValueOrDefault((bytes[2 * code] << 8) | bytes[(2 * code) + 1])))
            .Where(pair => pair.Letter > 0)
            .ToDictionary(pair => pair.Code, pair => pair.Letter);
    }

    private static StreamToken Map(Dictionary<int, int> letters)
    {
        var map = new StringBuilder("begincmap\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var hundred in letters.Where(pair => pair.Key <= 0xFFFF && Rune.IsValid(pair.Value)).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{hundred.Length} beginbfchar\n");
            foreach (var (code, letter) in hundred)
                map.Append(
                    CultureInfo.InvariantCulture,
                    $"<{code:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(new Rune(letter).ToString()))}>\n"
                );
            map.Append("endbfchar\n");
        }
        var bytes = Encoding.ASCII.GetBytes(map.Append("endcmap").ToString());
        var length = new Dictionary<NameToken, IToken> { [NameToken.Create("Length")] = new NumericToken(bytes.Length) };
        return new StreamToken(new DictionaryToken(length), bytes);
    }
}
