using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// Collects every match with its score, and per facet its values. A match that fails exactly one facet's filter still counts
/// for that facet: so its own choice never hides the other choices.
/// </summary>
internal sealed class HitCollector(SearchRequest request) : ICollector
{
    /// <summary>A match: the one facet whose filter it fails, or -1.</summary>
    internal readonly record struct Match(int Document, float Score, int FailedFacet, bool IsSample, long Published, long Downloads);

    private readonly string[] _facets = [.. request.CountFacets.Union(request.Facets.Keys)];
    private readonly List<Match> _matches = [];
    private readonly List<(int Match, int Facet, string Value)> _values = [];
    private SortedSetDocValues?[] _ordinals = [];
    private HashSet<long>?[] _wanted = [];
    private NumericDocValues? _sample;
    private NumericDocValues? _published;
    private NumericDocValues? _downloads;
    private Scorer? _scorer;
    private int _base;
    private readonly Dictionary<(int, long), string> _names = [];

    public IReadOnlyList<Match> Matches => _matches;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        var reader = context.AtomicReader;
        _base = context.DocBase;
        _names.Clear();
        _ordinals = [.. _facets.Select(facet => (SortedSetDocValues?)reader.GetSortedSetDocValues(IndexFields.Facet(facet)))];
        _wanted = [.. _facets.Select((facet, i) => Wanted(facet, _ordinals[i]))];
        _sample = reader.GetNumericDocValues(IndexFields.Sample);
        _published = reader.GetNumericDocValues(IndexFields.Published);
        _downloads = reader.GetNumericDocValues(IndexFields.Downloads);
    }

    public void Collect(int doc)
    {
        var failed = -1;
        var values = _values.Count;
        for (var i = 0; i < _facets.Length; i++)
        {
            var passes = ReadValues(doc, i);
            if (passes)
                continue;
            if (failed >= 0)
            {
                _values.RemoveRange(values, _values.Count - values);
                return;
            }
            failed = i;
        }
        var sample = _sample?.Get(doc) == 1;
        _matches.Add(new Match(_base + doc, _scorer!.GetScore(), failed, sample, _published?.Get(doc) ?? 0, _downloads?.Get(doc) ?? 0));
    }

    /// <summary>Counts the values of the matches that are kept.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Count(Func<Match, bool> keep)
    {
        var counts = _facets.Select(_ => new Dictionary<string, int>()).ToArray();
        foreach (var (match, facet, value) in _values)
        {
            var found = _matches[match];
            if ((found.FailedFacet < 0 || found.FailedFacet == facet) && keep(found))
                counts[facet][value] = counts[facet].GetValueOrDefault(value) + 1;
        }
        return _facets.Select((name, i) => (name, i)).ToDictionary(f => f.name, f => (IReadOnlyDictionary<string, int>)counts[f.i]);
    }

    private bool ReadValues(int doc, int facet)
    {
        var wanted = _wanted[facet];
        var passes = wanted is null;
        if (_ordinals[facet] is not { } ordinals)
            return passes;
        ordinals.SetDocument(doc);
        for (var ordinal = ordinals.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = ordinals.NextOrd())
        {
            passes |= wanted?.Contains(ordinal) == true;
            _values.Add((_matches.Count, facet, NameOf(facet, ordinal, ordinals)));
        }
        return passes;
    }

    private HashSet<long>? Wanted(string facet, SortedSetDocValues? ordinals)
    {
        if (!request.Facets.TryGetValue(facet, out var values) || values.Count == 0)
            return null;
        return ordinals is null ? [] : [.. values.Select(value => ordinals.LookupTerm(new BytesRef(value))).Where(ordinal => ordinal >= 0)];
    }

    private string NameOf(int facet, long ordinal, SortedSetDocValues ordinals)
    {
        if (_names.TryGetValue((facet, ordinal), out var name))
            return name;
        var bytes = new BytesRef();
        ordinals.LookupOrd(ordinal, bytes);
        return _names[(facet, ordinal)] = bytes.Utf8ToString();
    }
}
