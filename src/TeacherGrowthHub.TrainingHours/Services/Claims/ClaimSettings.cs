namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Settings section of claims.</summary>
public sealed class ClaimSettings
{
    /// <summary>Largest file of evidence in bytes. Default 20 MiB.</summary>
    public long MaxEvidenceBytes { get; set; } = 20L << 20;

    /// <summary>Files of one claim.</summary>
    public int MaxEvidenceFiles { get; set; } = 8;
}
