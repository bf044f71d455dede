using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger;

/// <summary>Hours were certified in one act.</summary>
public sealed record HoursCertified(string ActId, IReadOnlyList<EntryKey> Entries);

/// <summary>Certified hours were taken back in one act.</summary>
public sealed record HoursReversed(string ActId, IReadOnlyList<EntryKey> Entries);

/// <summary>A line to be taken back.</summary>
/// <param name="Path">School of the teacher, for scope and audit.</param>
public sealed record Reversal(EntryKey Entry, string Path, string Reason);
