using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace TeacherGrowthHub.Search.Analysis;

/// <summary>The three readings of a text: single characters, overlapping pairs, dictionary words. All take folded text.</summary>
public static class HubAnalyzers
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>Single characters (and Latin words).</summary>
    public static readonly Analyzer Unigrams = Analyzer.NewAnonymous(
        (_, reader) => new TokenStreamComponents(new StandardTokenizer(Version, reader))
    );

    /// <summary>Overlapping pairs of characters.</summary>
    public static readonly Analyzer Bigrams = Analyzer.NewAnonymous(
        (_, reader) =>
        {
            var source = new StandardTokenizer(Version, reader);
            return new TokenStreamComponents(source, new CJKBigramFilter(source));
        }
    );

    /// <summary>Dictionary words.</summary>
    public static readonly Analyzer Words = Analyzer.NewAnonymous((_, reader) => new TokenStreamComponents(new WordTokenizer(reader)));

    /// <summary>The tokens of a folded text.</summary>
    public static IReadOnlyList<string> Tokens(Analyzer analyzer, string folded)
    {
        using var stream = analyzer.GetTokenStream("", folded);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var tokens = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
            tokens.Add(term.ToString());
        stream.End();
        return tokens;
    }
}
