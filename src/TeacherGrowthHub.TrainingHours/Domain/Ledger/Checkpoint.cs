namespace TeacherGrowthHub.TrainingHours.Domain.Ledger;

/// <summary>
/// A signed statement of how the whole ledger stood: number and root of all chain heads. The key is kept outside the database, and the
/// same line is appended to a file beside it, so that chains rewritten or cut off inside the database are found.
/// </summary>
public sealed class Checkpoint
{
    /// <summary>1, 2, 3 … It covers every entry whose epoch is not later.</summary>
    public required int Number { get; init; }
    public required DateTime At { get; init; }
    public required int Chains { get; init; }
    public required long Entries { get; init; }

    /// <summary>SHA-256 over teacher, length and hash of all heads in the order of teachers' ids.</summary>
    public required byte[] Root { get; init; }

    /// <summary>ECDSA P-256 over everything above and the signature before.</summary>
    public required byte[] Signature { get; init; }
}
