namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;

/// <summary>Section <c>Ledger</c>: what is kept outside the database so that changes inside it are found.</summary>
public sealed class LedgerOptions
{
    /// <summary>Folder below the data folder; backups hold it.</summary>
    internal const string Folder = "ledger";

    /// <summary>The signing key (ECDSA P-256) as PEM; empty means the key file.</summary>
    public string? Key { get; set; }

    /// <summary>File of the signing key; made when missing. Empty means <c>ledger/key.pem</c> in the data folder.</summary>
    public string? KeyFile { get; set; }

    /// <summary>File that every checkpoint is appended to. Empty means <c>ledger/checkpoints.jsonl</c> in the data folder.</summary>
    public string? CheckpointFile { get; set; }
}
