using System.IO.Compression;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>
/// The parts of an Office file, read as plain XML by local names: strict and transitional files, broken relationships and odd
/// part names are all read alike, where the SDK refuses the whole package. No DTD is ever processed, and sizes are limited.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    /// <summary>More parts than any real file has.</summary>
    public const int MaxEntries = 20_000;

    private const long MaxPartBytes = 300L << 20;
    private const long MaxTotalBytes = 600L << 20;
    private const int MaxOpened = 100_000;
    private const int MaxRatio = 300;
    private const long SmallPart = 8 << 20;
    private const string Bomb = "文件解压后异常庞大，没有读取";
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private long _read;
    private int _opened;

    /// <param name="content">The file.</param>
    /// <param name="isEmbedded">Lies inside another one.</param>
    public OfficePackage(Stream content, bool isEmbedded)
    {
        IsEmbedded = isEmbedded;
        try
        {
            _zip = ZipRepair.Open(content);
            if (_zip.Entries.Count > MaxEntries)
                throw new UnreadableException(Bomb);
            _entries = _zip
                .Entries.GroupBy(entry => PartName.Normalize(entry.FullName))
                .ToDictionary(group => group.Key, group => group.First());
        }
        catch (InvalidDataException exception)
        {
            throw new UnreadableException("文件已损坏，打不开", exception);
        }
    }

    /// <summary>Lies inside another file.</summary>
    public bool IsEmbedded { get; }

    /// <summary>Parts whose normalised name begins so, in natural order of their numbers.</summary>
    public IEnumerable<string> Names(string prefix) =>
        _entries
            .Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(name => name.Length)
            .ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>A part as XML; null when absent or not XML; of a broken part what stands before the break.</summary>
    public XElement? Read(string name)
    {
        using var part = Open(name);
        return part is null ? null : LenientXml.Read(part);
    }

    /// <summary>Elements of a large part, one after the other.</summary>
    public IEnumerable<XElement> Each(string name, params string[] elements)
    {
        using var part = Open(name);
        foreach (var element in part is null ? [] : LenientXml.Each(part, elements))
            yield return element;
    }

    /// <summary>The bytes of a part; null when absent or broken.</summary>
    /// <exception cref="UnreadableException">It would unfold beyond all measure.</exception>
    public Stream? Open(string name)
    {
        if (!_entries.TryGetValue(PartName.Normalize(name), out var entry))
            return null;
        if (
            entry.Length > MaxPartBytes
            || (entry.Length > SmallPart && entry.Length > entry.CompressedLength * MaxRatio)
            || (_read += entry.Length) > MaxTotalBytes
            || ++_opened > MaxOpened
        )
            throw new UnreadableException(Bomb);
        try
        {
            return entry.Open();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Targets of a part's relationships by id, resolved to part names.</summary>
    public IReadOnlyDictionary<string, string> Relationships(string part)
    {
        var targets = new Dictionary<string, string>();
        var folder = PartName.FolderOf(part);
        foreach (var relation in ReadRelations(part)?.Elements() ?? [])
        {
            if (
                relation.Attribute("Id")?.Value is { } id
                && relation.Attribute("Target")?.Value is { } target
                && relation.Attribute("TargetMode") is null
            )
                targets[id] = PartName.Resolve(folder, target);
        }
        return targets;
    }

    /// <summary>Addresses that a part links to outside the file.</summary>
    public IEnumerable<string> Links(string part) =>
        (ReadRelations(part)?.Elements() ?? [])
            .Where(relation => relation.Attribute("Type")?.Value.EndsWith("/hyperlink", StringComparison.Ordinal) == true)
            .Where(relation => relation.Attribute("TargetMode") is not null)
            .Select(relation => relation.Attribute("Target")?.Value ?? "");

    /// <summary>The main part, by the package's own relationship or the usual name.</summary>
    public string MainPart(string usual) =>
        (Read("_rels/.rels")?.Elements() ?? [])
            .Where(relation => relation.Attribute("Type")?.Value.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
            .Select(relation => PartName.Resolve("", relation.Attribute("Target")?.Value ?? ""))
            .Append(usual)
            .FirstOrDefault(name => _entries.ContainsKey(PartName.Normalize(name)))
        ?? Names("").FirstOrDefault(name => name.EndsWith(usual[usual.LastIndexOf('/')..], StringComparison.Ordinal))
        ?? usual;

    public void Dispose() => _zip.Dispose();

    private XElement? ReadRelations(string part) => Read($"{PartName.FolderOf(part)}/_rels/{part[(part.LastIndexOf('/') + 1)..]}.rels");
}
