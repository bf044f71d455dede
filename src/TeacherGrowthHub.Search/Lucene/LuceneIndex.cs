using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>One index on disk.</summary>
public sealed class LuceneIndex : ISearchIndex, IDisposable
{
    // Another analysis or set of fields means another number, and the index rebuilds itself.
    private const string Format = "2";
    private const string FormatKey = "format";
    private const string TransactionKey = "transaction";
    private const string SequenceKey = "sequence";
    private const float K1 = 1.0f;
    private const float B = .75f;

    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    public LuceneIndex(string folder)
    {
        Directory = Open(folder);
        var similarity = new BM25Similarity(K1, B);
        _writer = new IndexWriter(
            Directory,
            new IndexWriterConfig(HubAnalyzers.Version, new FieldAnalyzers()) { Similarity = similarity, RAMBufferSizeMB = 48 }
        );
        _searchers = new SearcherManager(_writer, applyAllDeletes: true, new SimilarSearchers(similarity));
        Position = ReadPosition();
    }

    /// <summary>Where the index lies.</summary>
    public global::Lucene.Net.Store.Directory Directory { get; }

    public ChangePosition? Position { get; private set; }

    public void Apply(IReadOnlyList<SearchDocument> documents, IReadOnlyCollection<string> removed, ChangePosition? position)
    {
        foreach (var id in removed)
            _writer.DeleteDocuments(new Term(IndexFields.Id, id));
        foreach (var document in documents)
            _writer.UpdateDocument(new Term(IndexFields.Id, document.Id), DocumentWriter.Write(document));
        _writer.SetCommitData(position is null ? [] : CommitData(position));
        _writer.Commit();
        _searchers.MaybeRefreshBlocking();
        Position = position;
    }

    public void Clear()
    {
        _writer.DeleteAll();
        Position = null;
    }

    /// <summary>Runs a search on a snapshot of the index.</summary>
    public T Read<T>(Func<IndexSearcher, T> search)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return search(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        _searchers.Dispose();
        _writer.Dispose(waitForMerges: false);
        Directory.Dispose();
    }

    private static PositionalDirectory Open(string folder)
    {
        var directory = new PositionalDirectory(folder);
        if (IndexWriter.IsLocked(directory))
            IndexWriter.Unlock(directory); // left by a killed process; one node owns its folder
        if (!IsReadable(directory))
        {
            foreach (var file in directory.ListAll())
                directory.DeleteFile(file);
        }
        return directory;
    }

    private static bool IsReadable(global::Lucene.Net.Store.Directory directory)
    {
        try
        {
            if (!DirectoryReader.IndexExists(directory))
                return directory.ListAll().Length == 0;
            using var reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves)
                leaf.AtomicReader.CheckIntegrity(); // the check sums of all files
            return true;
        }
        catch (Exception exception)
            when (exception is IOException or ArgumentException or IndexOutOfRangeException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Dictionary<string, string> CommitData(ChangePosition position) =>
        new()
        {
            [FormatKey] = Format,
            [TransactionKey] = position.TransactionId.ToString(CultureInfo.InvariantCulture),
            [SequenceKey] = position.Sequence.ToString(CultureInfo.InvariantCulture),
        };

    private ChangePosition? ReadPosition()
    {
        var data = _writer.CommitData;
        return data is not null && data.TryGetValue(FormatKey, out var format) && format == Format
            ? new ChangePosition(
                long.Parse(data[TransactionKey], CultureInfo.InvariantCulture),
                long.Parse(data[SequenceKey], CultureInfo.InvariantCulture)
            )
            : null;
    }

    private sealed class SimilarSearchers(Similarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = similarity };
    }

    private sealed class FieldAnalyzers() : global::Lucene.Net.Analysis.AnalyzerWrapper(PER_FIELD_REUSE_STRATEGY)
    {
        private readonly Dictionary<string, global::Lucene.Net.Analysis.Analyzer> _byField = IndexFields.Searchable.ToDictionary(
            f => f.Name,
            f => f.Analyzer
        );

        protected override global::Lucene.Net.Analysis.Analyzer GetWrappedAnalyzer(string fieldName) => _byField[fieldName];
    }
}
