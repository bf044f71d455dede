using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>What a walk through the whole ledger found.</summary>
/// <param name="Entries">Lines that are right.</param>
/// <param name="Chains">Chains that were walked to their end.</param>
/// <param name="Newest">The newest checkpoint, to be noted elsewhere.</param>
/// <param name="Problem">The first thing that is not what was written; null when all is whole.</param>
public sealed record LedgerVerdict(long Entries, int Chains, Checkpoint? Newest, LedgerProblem? Problem)
{
    public bool IsWhole => Problem is null;
}

/// <summary>Something that is not what was written.</summary>
/// <param name="Text">In words, for the operator.</param>
/// <param name="Entry">The first broken line, where it is one.</param>
public sealed record LedgerProblem(string Text, EntryKey? Entry = null);
