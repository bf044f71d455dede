using Lucene.Net.Analysis;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>Names and weights of the fields; see docs/search.md for what each is worth.</summary>
internal static class IndexFields
{
    public const string Id = "id";
    public const string Row = "row";
    public const string Restricted = "restricted";
    public const string Summary = "summary";
    public const string Body = "body";
    public const string FileName = "fileName";
    public const string FileText = "fileText";
    public const string Published = "published";
    public const string Downloads = "downloads";
    public const string Sample = "sample";
    public const string FacetPrefix = "facet.";

    /// <summary>Characters of the lead: what stands first says most.</summary>
    public const int LeadLength = 150;

    public static string Facet(string name) => FacetPrefix + name;

    /// <summary>A searched field: its analysis and its weight in the sum.</summary>
    public sealed record Searched(string Name, Analyzer Analyzer, float Weight);

    public static readonly Searched AllUnigrams = new("a_u", HubAnalyzers.Unigrams, 1);
    public static readonly Searched AllBigrams = new("a_b", HubAnalyzers.Bigrams, 1);
    public static readonly Searched AllWords = new("a_w", HubAnalyzers.Words, 1);
    public static readonly Searched TitleUnigrams = new("t_u", HubAnalyzers.Unigrams, .3f);
    public static readonly Searched TitleBigrams = new("t_b", HubAnalyzers.Bigrams, .3f);
    public static readonly Searched LeadBigrams = new("l_b", HubAnalyzers.Bigrams, .3f);

    public static readonly IReadOnlyList<Searched> Searchable =
    [
        AllUnigrams,
        AllBigrams,
        AllWords,
        TitleUnigrams,
        TitleBigrams,
        LeadBigrams,
    ];
}
