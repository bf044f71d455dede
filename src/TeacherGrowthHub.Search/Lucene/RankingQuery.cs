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

    // Below that the saving is nothing, and in a young bank every third work may be about emotions.
    private const int CutFrom = 5000;

    public RankingQuery(string text, IndexReader reader)
    {
        var folded = CharacterFold.Fold(text);
        var documents = Math.Max(1, reader.NumDocs);
        Query = Build(folded, reader, documents);
        Grams = new QueryGrams(folded, (gram, isPair) => Idf(reader, documents, gram, isPair));
    }

    public Query Query { get; }
    public QueryGrams Grams { get; }

    private static BooleanQuery Build(string folded, IndexReader reader, int documents)
    {
        var query = new BooleanQuery(disableCoord: true);
        var common = new List<BooleanClause>();
        foreach (var field in IndexFields.Searchable)
        foreach (var token in HubAnalyzers.Tokens(field.Analyzer, folded).Distinct())
        {
            var term = new Term(field.Name, token);
            var frequency = reader.DocFreq(term);
            if (frequency == 0)
                continue;
            var clause = new BooleanClause(new TermQuery(term) { Boost = field.Weight }, Occur.SHOULD);
            if (documents >= CutFrom && frequency > documents * TooCommon)
                common.Add(clause);
            else
                query.Add(clause);
        }
        // A query of nothing but common words still answers.
        if (query.Clauses.Count == 0)
            common.ForEach(query.Add);
        return query;
    }

    private static double Idf(IndexReader reader, int documents, string gram, bool isPair)
    {
        var field = isPair ? IndexFields.AllBigrams : IndexFields.AllUnigrams;
        var frequency = reader.DocFreq(new Term(field.Name, gram));
        return Math.Log(1 + (documents - frequency + .5) / (frequency + .5));
    }
}
