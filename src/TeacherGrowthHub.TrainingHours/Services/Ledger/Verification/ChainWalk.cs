using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>Where a chain stood when the checkpoint was taken.</summary>
internal readonly record struct SealedHead(string TeacherId, int Length, byte[] Hash);

/// <summary>Walks chain after chain and finds the first line that is not what was written.</summary>
/// <param name="heads">Heads of the range, by teacher; walked ones are taken out.</param>
/// <param name="checkpoint">Number of the newest checkpoint; 0 without one.</param>
internal sealed class ChainWalk(Dictionary<string, LedgerHead> heads, int checkpoint)
{
    private readonly LedgerHash _hash = new();
    private readonly List<SealedHead> _sealed = [];
    private LedgerEntry? _last;
    private SealedHead _atCheckpoint;

    public long Entries { get; private set; }
    public int Chains { get; private set; }

    /// <summary>Heads at the time of the checkpoint, in the order of ids.</summary>
    public IReadOnlyList<SealedHead> Sealed => _sealed;

    /// <summary>Checks the next line.</summary>
    /// <returns>What is wrong with it; null when it is right.</returns>
    public LedgerProblem? Take(LedgerEntry entry)
    {
        if (_last?.TeacherId != entry.TeacherId && End() is { } unfinished)
            return unfinished;
        var sequence = _last is null ? 1 : _last.Sequence + 1;
        if (entry.Sequence != sequence)
            return Broken(entry, $"Line {entry.TeacherId}/{sequence} is missing; {entry.Sequence} follows.");
        if (entry.Epoch < (_last?.Epoch ?? 1) || !entry.Hash.AsSpan().SequenceEqual(_hash.Compute(entry, _last is null ? [] : _last.Hash)))
            return Broken(entry, $"Line {entry.TeacherId}/{entry.Sequence} was changed, or the line before it was.");
        if (entry.Epoch <= checkpoint)
            _atCheckpoint = new SealedHead(entry.TeacherId, entry.Sequence, entry.Hash);
        _last = entry;
        Entries++;
        return null;
    }

    /// <summary>Ends the last chain and looks for chains that are gone.</summary>
    public LedgerProblem? Finish()
    {
        if (End() is { } unfinished)
            return unfinished;
        var gone = heads.Values.Where(head => head.Length > 0).MinBy(head => head.TeacherId, StringComparer.Ordinal);
        return gone is null
            ? null
            : new LedgerProblem($"The chain of {gone.TeacherId} has lost its {gone.Length} lines.", new EntryKey(gone.TeacherId, 1));
    }

    private LedgerProblem? End()
    {
        if (_last is not { } last)
            return null;
        if (!heads.Remove(last.TeacherId, out var head) || head.Length != last.Sequence || !head.Hash.AsSpan().SequenceEqual(last.Hash))
            return Broken(
                last,
                $"The chain of {last.TeacherId} ends at line {last.Sequence}, its head says {head?.Length ?? 0}: lines were cut off or put in."
            );
        if (_atCheckpoint.TeacherId is not null)
            _sealed.Add(_atCheckpoint);
        (_last, _atCheckpoint) = (null, default);
        Chains++;
        return null;
    }

    private static LedgerProblem Broken(LedgerEntry entry, string text) => new(text, new EntryKey(entry.TeacherId, entry.Sequence));
}
