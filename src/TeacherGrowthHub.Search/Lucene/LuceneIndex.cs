using Lucene.Net.Index;
using Lucene.Net.Search;
using TeacherGrowthHub.Kernel.Changes;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>One index on disk, opened when it is first used: a verb that only has it injected must not take a running site's lock.</summary>
public sealed class LuceneIndex : ISearchIndex, IDisposable
{
    private readonly Lazy<OpenIndex> _opened;

    public LuceneIndex(string folder) => _opened = new Lazy<OpenIndex>(() => OpenIndex.At(folder));

    /// <summary>Where the index lies.</summary>
    public global::Lucene.Net.Store.Directory Directory => _opened.Value.Directory;

    public ChangePosition? Position
    {
        get => _opened.Value.Position;
        private set => _opened.Value.Position = value;
    }

    private IndexWriter Writer => _opened.Value.Writer;
    private SearcherManager Searchers => _opened.Value.Searchers;

    public void Apply(IReadOnlyList<SearchDocument> documents, IReadOnlyCollection<string> removed, ChangePosition? position)
    {
        foreach (var id in removed)
            Writer.DeleteDocuments(new Term(IndexFields.Id, id));
        foreach (var document in documents)
            Writer.UpdateDocument(new Term(IndexFields.Id, document.Id), DocumentWriter.Write(document));
        Writer.SetCommitData(position is null ? [] : IndexPosition.Write(position));
        Writer.Commit();
        Searchers.MaybeRefreshBlocking();
        Position = position;
    }

    public void Clear()
    {
        Writer.DeleteAll();
        Position = null;
    }

    /// <summary>Runs a search on a snapshot of the index.</summary>
    public T Read<T>(Func<IndexSearcher, T> search)
    {
        var searcher = Searchers.Acquire();
        try
        {
            return search(searcher);
        }
        finally
        {
            Searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        if (!_opened.IsValueCreated)
            return;
        Searchers.Dispose();
        Writer.Dispose(waitForMerges: false);
        Directory.Dispose();
    }
}
