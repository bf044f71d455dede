using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Search.Analysis;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>An index that is open on disk; one that cannot be read is emptied and builds itself anew.</summary>
internal sealed record OpenIndex(global::Lucene.Net.Store.Directory Directory, IndexWriter Writer, SearcherManager Searchers)
{
    private const float K1 = 1.0f;
    private const float B = .75f;

    /// <summary>Where it stands in the change log.</summary>
    public ChangePosition? Position { get; set; }

    /// <summary>Opens the index of a folder, which is made where it is missing.</summary>
    public static OpenIndex At(string folder)
    {
        var directory = OpenDirectory(System.IO.Directory.CreateDirectory(folder).FullName);
        var similarity = new BM25Similarity(K1, B);
        var writer = new IndexWriter(
            directory,
            new IndexWriterConfig(HubAnalyzers.Version, new FieldAnalyzers()) { Similarity = similarity, RAMBufferSizeMB = 48 }
        );
        var searchers = new SearcherManager(writer, applyAllDeletes: true, new SimilarSearchers(similarity));
        return new OpenIndex(directory, writer, searchers) { Position = IndexPosition.Read(writer) };
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
