using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>One index on disk, opened when it is first used: a verb that only has it injected must not take a running site's lock.</summary>
public sealed class LuceneIndex : ISearchIndex, IDisposable
{
    // Another analysis or set of fields means another number, and the index rebuilds itself.
    private const string Format = "2";
    private const string FormatKey = "format";
    private const string TransactionKey = "transaction";
    private const string SequenceKey = "sequence";
    private const float K1 = 1.0f;
    private const float B = .75f;

    private readonly Lazy<Opened> _opened;

    public LuceneIndex(string folder) => _opened = new Lazy<Opened>(() => OpenAll(folder));

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
        Writer.SetCommitData(position is null ? [] : CommitData(position));
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

    private static Opened OpenAll(string folder)
    {
        var directory = OpenDirectory(System.IO.Directory.CreateDirectory(folder).FullName);
        var similarity = new BM25Similarity(K1, B);
        var writer = new IndexWriter(
            directory,
            new IndexWriterConfig(HubAnalyzers.Version, new FieldAnalyzers()) { Similarity = similarity, RAMBufferSizeMB = 48 }
        );
        var searchers = new SearcherManager(writer, applyAllDeletes: true, new SimilarSearchers(similarity));
        return new Opened(directory, writer, searchers) { Position = ReadPosition(writer) };
    }

    private static PositionalDirectory OpenDirectory(string folder)
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

    private static ChangePosition? ReadPosition(IndexWriter writer)
    {
        var data = writer.CommitData;
        return data is not null && data.TryGetValue(FormatKey, out var format) && format == Format
            ? new ChangePosition(
                long.Parse(data[TransactionKey], CultureInfo.InvariantCulture),
                long.Parse(data[SequenceKey], CultureInfo.InvariantCulture)
            )
            : null;
    }

    private sealed record Opened(global::Lucene.Net.Store.Directory Directory, IndexWriter Writer, SearcherManager Searchers)
    {
        public ChangePosition? Position { get; set; }
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
