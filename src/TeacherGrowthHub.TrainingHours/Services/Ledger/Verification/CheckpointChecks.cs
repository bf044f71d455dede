using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>Holds the checkpoints of the database against the key, the file beside it and the chains.</summary>
public sealed class CheckpointChecks(LedgerKey key, CheckpointFile file)
{
    /// <summary>Numbers without gaps, every signature, and the same lines in the file.</summary>
    public async Task<LedgerProblem?> SignaturesAsync(IReadOnlyList<Checkpoint> stored, CancellationToken cancellationToken)
    {
        byte[] before = [];
        for (var i = 0; i < stored.Count; i++)
        {
            if (stored[i].Number != i + 1)
                return new LedgerProblem($"Checkpoint {i + 1} is missing.");
            if (!key.Verifies(stored[i], before))
                return new LedgerProblem($"Checkpoint {stored[i].Number} was not signed by this site's key, or was changed.");
            before = stored[i].Signature;
        }
        foreach (var line in await file.ReadAsync(cancellationToken))
        {
            if (stored.ElementAtOrDefault(line.Number - 1) is not { } same)
                return new LedgerProblem($"Checkpoint {line.Number} stands in the file but no longer in the database.");
            if (!same.Signature.AsSpan().SequenceEqual(line.Signature))
                return new LedgerProblem($"Checkpoint {line.Number} differs between the file and the database.");
        }
        // What the file does not have yet is appended with the next checkpoint; its signature is as good.
        return null;
    }

    /// <summary>The chains as they stood then must give the root that was signed then.</summary>
    internal static LedgerProblem? Root(Checkpoint checkpoint, IEnumerable<SealedHead> heads)
    {
        using var root = new CheckpointRoot();
        foreach (var head in heads)
            root.Add(head.TeacherId, head.Length, head.Hash);
        return root.Value().AsSpan().SequenceEqual(checkpoint.Root)
            ? null
            : new LedgerProblem(
                $"The ledger is not the one of checkpoint {checkpoint.Number} ({checkpoint.Chains} chains, {checkpoint.Entries} lines; now {root.Chains} and {root.Entries}): chains were rewritten or cut off."
            );
    }
}
