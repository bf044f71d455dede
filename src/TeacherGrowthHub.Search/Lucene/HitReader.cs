using Lucene.Net.Documents;
using Lucene.Net.Search;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Reads the stored text of a match: for its place in the ranking, and for what the page shows.</summary>
internal static class HitReader
{
    /// <summary>The share of the query, 0–1, that one window of the document covers.</summary>
    public static double Coverage(IndexSearcher searcher, int document, QueryGrams grams, int window)
    {
        var stored = searcher.Doc(document);
        return Texts(stored).Max(text => grams.BestWindow(CharacterFold.Fold(text.Text), window).Share);
    }

    /// <summary>The hit with its title and best passage.</summary>
    public static SearchHit Read(IndexSearcher searcher, int document, double score, QueryGrams? grams)
    {
        var stored = searcher.Doc(document);
        var (best, file) = BestPassage(stored, grams);
        return new SearchHit(
            stored.Get(IndexFields.Id),
            stored.Get(IndexFields.Kind),
            score,
            Highlighter.Runs(stored.Get(IndexFields.Title), grams),
            best,
            file
        );
    }

    private static (IReadOnlyList<TextRun> Runs, string? File) BestPassage(Document stored, QueryGrams? grams)
    {
        var summary = stored.Get(IndexFields.Summary);
        var lead = Highlighter.Passage(summary.Length > 0 ? summary : stored.Get(IndexFields.Body), null).Runs;
        if (grams is null)
            return (lead, null);
        (IReadOnlyList<TextRun> Runs, string? File, double Share) best = (lead, null, 0);
        foreach (var (text, file) in Texts(stored, withTitle: false))
        {
            var (runs, share) = Highlighter.Passage(text, grams);
            if (share > best.Share + 1e-9)
                best = (runs, file, share);
        }
        return (best.Runs, best.File);
    }

    private static IEnumerable<(string Text, string? File)> Texts(Document stored, bool withTitle = true)
    {
        yield return ((withTitle ? stored.Get(IndexFields.Title) + "\n" : "") + stored.Get(IndexFields.Summary), null);
        yield return (withTitle ? stored.Get(IndexFields.Title) + "\n" + stored.Get(IndexFields.Body) : stored.Get(IndexFields.Body), null);
        var names = stored.GetValues(IndexFields.FileName);
        var texts = stored.GetValues(IndexFields.FileText);
        for (var i = 0; i < names.Length; i++)
            yield return (texts[i], names[i]);
    }
}
