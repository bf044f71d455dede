using Lucene.Net.Documents;
using Lucene.Net.Search;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Reads what is stored of a match: for its place in the ranking, and for what the page shows.</summary>
internal sealed class HitReader(IndexSearcher searcher)
{
    // The documents that were ranked by their text are, most often, the ones that are shown.
    private readonly Dictionary<int, IReadOnlyList<StoredText>> _read = [];

    /// <summary>A text of a document, with its folded twin.</summary>
    /// <param name="FileName">The file it stands in; null when it is the document's own.</param>
    private sealed record StoredText(string Text, string Folded, string? FileName);

    public string Title(int document) => StoredRow.Read(searcher, document).Title;

    /// <summary>The share of the query, 0–1, that one window of the document covers.</summary>
    public double Coverage(int document, QueryGrams grams, int window)
    {
        var title = CharacterFold.Fold(Title(document)) + "\n";
        return TextsOf(document).Max(text => grams.BestWindow(text.FileName is null ? title + text.Folded : text.Folded, window).Share);
    }

    /// <summary>The hit with its title and best passage; without a query, with its lead.</summary>
    public SearchHit Read(int document, QueryGrams? grams)
    {
        var row = StoredRow.Read(searcher, document);
        var (passage, file) = grams is null ? (Highlighter.Lead(row.Lead), null) : BestPassage(document, row, grams);
        return new SearchHit(row.Id, row.Kind, row.Card, Highlighter.Runs(row.Title, grams), passage, file);
    }

    private (IReadOnlyList<TextRun> Runs, string? File) BestPassage(int document, StoredRow row, QueryGrams grams)
    {
        (StoredText? Text, double Share, int Start) best = (null, 0, 0);
        foreach (var text in TextsOf(document))
        {
            var (share, start) = grams.BestWindow(text.Folded, Highlighter.PassageLength);
            if (share > best.Share + 1e-9)
                best = (text, share, start);
        }
        return best.Text is { } found
            ? (Highlighter.Passage(found.Text, best.Start, grams), found.FileName)
            : (Highlighter.Lead(row.Lead), null);
    }

    private IReadOnlyList<StoredText> TextsOf(int document)
    {
        if (_read.TryGetValue(document, out var known))
            return known;
        var stored = searcher.Doc(document);
        return _read[document] = [.. Texts(stored)];
    }

    private static IEnumerable<StoredText> Texts(Document stored)
    {
        yield return Folded(stored.Get(IndexFields.Summary), null);
        yield return Folded(stored.Get(IndexFields.Body), null);
        var names = stored.GetValues(IndexFields.FileName);
        var texts = stored.GetValues(IndexFields.FileText);
        for (var i = 0; i < names.Length; i++)
            yield return Folded(texts[i], names[i]);

        static StoredText Folded(string text, string? file) => new(text, CharacterFold.Fold(text), file);
    }
}
