using Lucene.Net.Index;
using Lucene.Net.Search;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>A match and where it stands.</summary>
/// <param name="Document">Number in the whole index.</param>
/// <param name="Local">Number in its segment.</param>
internal readonly record struct Match(SegmentColumns Columns, int Document, int Local, float Score)
{
    // Small enough that a better sample still stands before a worse work.
    private const float SampleFactor = .92f;

    public bool IsSample => Columns.IsSample[Local];
    public long Published => Columns.Published[Local];
    public long Downloads => Columns.Downloads[Local];

    /// <summary>What a sample's score is worth beside a real work's.</summary>
    public float Weight => IsSample ? SampleFactor : 1;
    public float Merit => Score * Weight;
}

/// <summary>Collects every match that the asking person may see, with its score.</summary>
internal sealed class MatchCollector(bool signedIn) : ICollector
{
    private Scorer _scorer = null!;
    private SegmentColumns _columns = null!;
    private int _base;

    public List<Match> Matches { get; } = [];
    public float BestScore { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        _base = context.DocBase;
        _columns = SegmentColumns.Of(context.AtomicReader);
    }

    public void Collect(int doc)
    {
        if (!signedIn && _columns.IsRestricted[doc])
            return;
        var score = _scorer.GetScore();
        BestScore = Math.Max(BestScore, score);
        Matches.Add(new Match(_columns, _base + doc, doc, score));
    }
}
