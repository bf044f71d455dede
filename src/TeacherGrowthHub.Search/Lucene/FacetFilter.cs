namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// Narrows matches by the chosen facets and counts values on the way. A match that fails exactly one facet's choice still counts
/// for that facet: so its own choice never hides the other choices.
/// </summary>
internal sealed class FacetFilter
{
    private const int NoFacet = -1;
    private readonly SearchRequest _request;
    private readonly string[] _facets;
    private readonly Dictionary<string, int>[] _counts;
    private SegmentColumns? _segment;
    private FacetColumn[] _columns = [];
    private bool[]?[] _wanted = [];
    private int[][] _found = [];

    public FacetFilter(SearchRequest request)
    {
        _request = request;
        _facets = [.. request.CountFacets.Union(request.Facets.Keys)];
        _counts = [.. _facets.Select(_ => new Dictionary<string, int>())];
    }

    /// <summary>The counts of everything that was looked at.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts
    {
        get
        {
            Flush();
            return _facets.Zip(_counts).ToDictionary(pair => pair.First, pair => (IReadOnlyDictionary<string, int>)pair.Second);
        }
    }

    /// <summary>Counts the match; whether it passes every choice.</summary>
    public bool Passes(Match match)
    {
        if (match.Columns != _segment)
            Enter(match.Columns);
        var failed = NoFacet;
        for (var i = 0; i < _facets.Length; i++)
        {
            if (_wanted[i] is not { } wanted || Has(_columns[i].Of(match.Local), wanted))
                continue;
            if (failed != NoFacet)
                return false;
            failed = i;
        }
        for (var i = failed == NoFacet ? 0 : failed; i < (failed == NoFacet ? _facets.Length : failed + 1); i++)
        {
            foreach (var value in _columns[i].Of(match.Local))
                _found[i][value]++;
        }
        return failed == NoFacet;
    }

    private static bool Has(ReadOnlySpan<ushort> values, bool[] wanted)
    {
        foreach (var value in values)
        {
            if (wanted[value])
                return true;
        }
        return false;
    }

    private void Enter(SegmentColumns segment)
    {
        Flush();
        _segment = segment;
        _columns = [.. _facets.Select(segment.Facet)];
        _found = [.. _columns.Select(column => new int[column.Names.Length])];
        _wanted = [.. _facets.Zip(_columns, Wanted)];
    }

    private bool[]? Wanted(string facet, FacetColumn column) =>
        _request.Facets.TryGetValue(facet, out var values) && values.Count > 0
            ? Array.ConvertAll(column.Names, name => values.Contains(name))
            : null;

    // A segment's numbers mean nothing to the next one: counts are kept by name.
    private void Flush()
    {
        for (var i = 0; i < _found.Length; i++)
        for (var value = 0; value < _found[i].Length; value++)
        {
            if (_found[i][value] > 0)
                _counts[i][_columns[i].Names[value]] = _counts[i].GetValueOrDefault(_columns[i].Names[value]) + _found[i][value];
        }
        _found = [];
        _segment = null;
    }
}
