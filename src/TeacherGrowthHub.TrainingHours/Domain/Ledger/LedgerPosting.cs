namespace TeacherGrowthHub.TrainingHours.Domain.Ledger;

/// <summary>Hours that are to be certified for a teacher; what the ledger makes an entry of.</summary>
/// <param name="Path">School of the teacher, for scope, audit and messages; not part of the entry.</param>
public sealed record LedgerPosting(
    string TeacherId,
    string Path,
    int SchoolYear,
    string ActivityKey,
    string Title,
    string Kind,
    DateOnly From,
    DateOnly To,
    Hours Raw,
    Hours Counted,
    string Source
)
{
    public string? AchievementKey { get; init; }
    public bool IsMentalHealth { get; init; }
    public bool IsPreService { get; init; }

    /// <summary>Why it is entered late or replaces another entry.</summary>
    public string? Reason { get; init; }
}

/// <summary>Names a line of the ledger.</summary>
public readonly record struct EntryKey(string TeacherId, int Sequence)
{
    public override string ToString() => $"{TeacherId}/{Sequence}";
}
