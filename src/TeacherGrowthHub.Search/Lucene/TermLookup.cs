using Lucene.Net.Index;

namespace TeacherGrowthHub.Search.Lucene;

/// <summary>
/// Finds terms in all segments, each once, with one enumerator per segment and field: asked in order, neighbours lie in the block
/// that was read last. Looking terms up is what a short query spends most of its time on.
/// </summary>
internal sealed class TermLookup(IndexReader reader)
{
    private readonly IndexReaderContext _context = reader.Context;
    private readonly Dictionary<Term, TermContext?> _found = [];
    private readonly Dictionary<(int Leaf, string Field), TermsEnum?> _enumerators = [];

    /// <summary>Where the term stands; null when no document has it.</summary>
    public TermContext? Find(Term term)
    {
        if (!_found.TryGetValue(term, out var found))
            _found[term] = found = Seek(term);
        return found;
    }

    private TermContext? Seek(Term term)
    {
        TermContext? found = null;
        foreach (var leaf in _context.Leaves)
        {
            if (Enumerator(leaf, term.Field) is not { } terms || !terms.SeekExact(term.Bytes))
                continue;
            found ??= new TermContext(_context);
            found.Register(terms.GetTermState(), leaf.Ord, terms.DocFreq, terms.TotalTermFreq);
        }
        return found;
    }

    private TermsEnum? Enumerator(AtomicReaderContext leaf, string field)
    {
        if (!_enumerators.TryGetValue((leaf.Ord, field), out var terms))
            _enumerators[(leaf.Ord, field)] = terms = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
        return terms;
    }
}
