using Lucene.Net.Index;
using Lucene.Net.Search;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// The ranking of docs/search.md: every character, pair and word of the query may match, in six weighted fields; terms that more
/// than 30 % of the documents hold are left out, since they cost most and say least.
/// </summary>
internal sealed class RankingQuery
{
    private const double TooCommon = .3;

    // Below that the saving is small, and leaving them out costs .001 of the mean reciprocal rank (docs/search.md).
    private const int CutFrom = 20_000;

    private readonly int _documents;

    private readonly TermLookup _terms;

    public RankingQuery(string text, IndexReader reader)
    {
        _terms = new TermLookup(reader);
        _documents = Math.Max(1, reader.NumDocs);
        var folded = CharacterFold.Fold(text);
        Query = Build(folded);
        Grams = new QueryGrams(folded, Idf);
    }

    public Query Query { get; }
    public QueryGrams Grams { get; }

    private BooleanQuery Build(string folded)
    {
        var query = new BooleanQuery(disableCoord: true);
        var common = new List<BooleanClause>();
        foreach (var analysed in IndexFields.Searchable.GroupBy(field => field.Analyzer))
        {
            var tokens = HubAnalyzers.Tokens(analysed.Key, folded).Distinct().Order(StringComparer.Ordinal).ToList();
            foreach (var field in analysed)
            foreach (var token in tokens)
            {
                var term = new Term(field.Name, token);
                if (_terms.Find(term) is not { } found)
                    continue;
                var clause = new BooleanClause(new TermQuery(term, found) { Boost = field.Weight }, Occur.SHOULD);
                var isCommon = _documents >= CutFrom && found.DocFreq > _documents * TooCommon;
                if (isCommon)
                    common.Add(clause);
                else
                    query.Add(clause);
            }
        }
        // A query of nothing but common words still answers.
        if (query.Clauses.Count == 0)
            common.ForEach(query.Add);
        return query;
    }

    private double Idf(string gram, bool isPair)
    {
        var field = isPair ? IndexFields.AllBigrams : IndexFields.AllUnigrams;
        var frequency = _terms.Find(new Term(field.Name, gram))?.DocFreq ?? 0;
        return Math.Log(1 + (_documents - frequency + .5) / (frequency + .5));
    }
}
