using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Gives a PDF whose end is lost or wrong a new table of objects: finds them by their heads, and what is packed in streams too.</summary>
internal sealed partial class PdfRepair
{
    private const int MaxDictionary = 4000;
    private readonly string _text;
    private readonly StringBuilder _added = new("\n");
    private readonly SortedDictionary<int, int> _places = [];

    // One character a byte, so that places in the text are places in the file.
    private PdfRepair(byte[] file) => _text = Encoding.Latin1.GetString(file);

    /// <returns>The file with a new end.</returns>
    public static byte[] Rebuild(byte[] file)
    {
        var repair = new PdfRepair(file);
        repair.FindObjects();
        repair.Unpack();
        repair.WriteEnd(repair.FindCatalog());
        return [.. file, .. Encoding.Latin1.GetBytes(repair._added.ToString())];
    }

    private void FindObjects()
    {
        foreach (var head in ObjectHead().EnumerateMatches(_text))
        {
            var number = _text.AsSpan(head.Index, head.Length);
            _places[int.Parse(number[..number.IndexOfAny(" \t\r\n")], CultureInfo.InvariantCulture)] = head.Index;
        }
    }

    private void Unpack()
    {
        foreach (var place in _places.Values.ToList())
        {
            var dictionary = DictionaryAt(place);
            var stream = _text.IndexOf("stream", place, StringComparison.Ordinal);
            if (stream < 0 || !dictionary.Contains("/ObjStm", StringComparison.Ordinal))
                continue;
            var start = stream + "stream".Length + (_text[stream + "stream".Length] == '\r' ? 2 : 1);
            if (int.TryParse(First().Match(dictionary).Groups[1].Value, out var first))
                AddPacked(PdfPackedObjects.Read(_text, start, first));
        }
    }

    private void AddPacked(IEnumerable<(int Number, string Body)> objects)
    {
        foreach (var (number, body) in objects.Where(packed => !_places.ContainsKey(packed.Number)))
            Add(number, body);
    }

    private int FindCatalog()
    {
        foreach (var (number, place) in _places.Reverse())
        {
            var dictionary = DictionaryAt(place);
            if (
                Catalog().IsMatch(dictionary)
                && _places.ContainsKey(int.Parse("0" + Tree().Match(dictionary).Groups[1].Value, CultureInfo.InvariantCulture))
            )
                return number;
        }
        var pages = _places.Where(place => SinglePage().IsMatch(DictionaryAt(place.Value))).Select(place => $"{place.Key} 0 R").ToList();
        var next = _places.Keys.LastOrDefault() + 1;
        Add(next, $"<</Type/Pages/Count {pages.Count}/Kids[{string.Join(' ', pages)}]>>");
        Add(next + 1, $"<</Type/Catalog/Pages {next} 0 R>>");
        return next + 1;
    }

    private void WriteEnd(int catalog)
    {
        var table = _text.Length + _added.Length;
        _added.Append("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, place) in _places)
            _added.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        _added.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {_places.Keys.LastOrDefault() + 1}/Root {catalog} 0 R ");
        foreach (var kept in (Match[])[Encrypt().Match(_text), Identity().Match(_text)])
            _added.Append(kept.Value).Append(' ');
        _added.Append(CultureInfo.InvariantCulture, $">>\nstartxref\n{table}\n%%EOF\n");
    }

    private void Add(int number, string body)
    {
        _places[number] = _text.Length + _added.Length;
        _added.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n").Append(body).Append("\nendobj\n");
    }

    private string DictionaryAt(int place)
    {
        var length = Math.Min(MaxDictionary, place < _text.Length ? _text.Length - place : _text.Length + _added.Length - place);
        var part = (place < _text.Length ? _text.Substring(place, length) : _added.ToString(place - _text.Length, length)).AsSpan();
        var end = part.IndexOf("endobj");
        var stream = part.IndexOf("stream");
        end = end < 0 || (stream >= 0 && stream < end) ? stream : end;
        return (end < 0 ? part : part[..end]).ToString();
    }

    [GeneratedRegex(@"(?<!\d)\d{1,8}[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj")]
    private static partial Regex ObjectHead();

    [GeneratedRegex(@"/First\s+(\d{1,8})")]
    private static partial Regex First();

    [GeneratedRegex(@"/Type\s*/Catalog\b")]
    private static partial Regex Catalog();

    [GeneratedRegex(@"/Pages\s+(\d{1,8})")]
    private static partial Regex Tree();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex SinglePage();

    [GeneratedRegex(@"/Encrypt\s+\d+\s+\d+\s+R")]
    private static partial Regex Encrypt();

    [GeneratedRegex(@"/ID\s*\[[^\]]{0,300}\]")]
    private static partial Regex Identity();
}
