namespace TeacherGrowthHub.TrainingHours.Domain.Ledger;

/// <summary>Length and last hash of a teacher's chain. Who appends holds this row locked, so officers working side by side do not wait for each other.</summary>
public sealed class LedgerHead
{
    public required string TeacherId { get; init; }
    public int Length { get; set; }

    /// <summary>SHA-256 of the last line; empty while there is none.</summary>
    public byte[] Hash { get; set; } = [];
}
