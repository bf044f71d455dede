using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// What is asked of every match of a segment, held in memory: doc values read from the disk would cost more than the search
/// itself. A segment never changes, so its columns are made once, at its first search.
/// </summary>
internal sealed class SegmentColumns
{
    private const int KeptRows = 1000;
    private static readonly ConditionalWeakTable<object, SegmentColumns> Made = [];
    private static readonly FacetColumn NoValues = new();
    private readonly Dictionary<string, FacetColumn> _facets;
    private readonly ConcurrentDictionary<int, StoredRow> _rows = new();

    private SegmentColumns(AtomicReader reader)
    {
        Published = Numbers(reader, IndexFields.Published);
        Downloads = Numbers(reader, IndexFields.Downloads);
        IsSample = Flags(reader, IndexFields.Sample);
        IsRestricted = Flags(reader, IndexFields.Restricted);
        _facets = reader
            .FieldInfos.Where(field => field.Name.StartsWith(IndexFields.FacetPrefix, StringComparison.Ordinal))
            .ToDictionary(field => field.Name, field => new FacetColumn(reader, field.Name));
    }

    /// <summary>Ticks of the first publication.</summary>
    public long[] Published { get; }
    public long[] Downloads { get; }
    public bool[] IsSample { get; }

    /// <summary>For signed-in teachers only.</summary>
    public bool[] IsRestricted { get; }

    public static SegmentColumns Of(AtomicReader reader) => Made.GetValue(reader.CoreCacheKey, _ => new SegmentColumns(reader));

    public FacetColumn Facet(string name) => _facets.GetValueOrDefault(IndexFields.Facet(name), NoValues);

    /// <summary>The row of a document; those that lists show again and again are kept.</summary>
    /// <param name="segment">A reader of this very segment that is open now.</param>
    public StoredRow Row(int document, AtomicReader segment)
    {
        if (_rows.Count > KeptRows)
            _rows.Clear();
        return _rows.GetOrAdd(document, number => StoredRow.Read(segment, number));
    }

    private static long[] Numbers(AtomicReader reader, string field)
    {
        var values = reader.GetNumericDocValues(field);
        var numbers = new long[reader.MaxDoc];
        for (var document = 0; values is not null && document < numbers.Length; document++)
            numbers[document] = values.Get(document);
        return numbers;
    }

    private static bool[] Flags(AtomicReader reader, string field) => Array.ConvertAll(Numbers(reader, field), number => number != 0);
}

/// <summary>The values of one facet in a segment.</summary>
internal sealed class FacetColumn
{
    private readonly int[] _starts = [];
    private readonly ushort[] _values = [];

    /// <summary>A facet that no document of the segment has.</summary>
    public FacetColumn() { }

    public FacetColumn(AtomicReader reader, string field)
    {
        var source = reader.GetSortedSetDocValues(field);
        _starts = new int[reader.MaxDoc + 1];
        var values = new List<ushort>(reader.MaxDoc);
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            source.SetDocument(document);
            for (var ordinal = source.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = source.NextOrd())
                values.Add(checked((ushort)ordinal));
            _starts[document + 1] = values.Count;
        }
        _values = [.. values];
        Names = [.. Enumerable.Range(0, checked((int)source.ValueCount)).Select(ordinal => NameOf(source, ordinal))];
    }

    /// <summary>What the numbers mean.</summary>
    public string[] Names { get; } = [];

    /// <summary>The values of a document, as numbers into <see cref="Names"/>.</summary>
    public ReadOnlySpan<ushort> Of(int document) =>
        _values.Length == 0 ? [] : _values.AsSpan(_starts[document], _starts[document + 1] - _starts[document]);

    private static string NameOf(SortedSetDocValues source, int ordinal)
    {
        var bytes = new BytesRef();
        source.LookupOrd(ordinal, bytes);
        return bytes.Utf8ToString();
    }
}
