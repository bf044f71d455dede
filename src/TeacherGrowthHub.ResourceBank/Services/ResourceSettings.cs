namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Settings section of the bank.</summary>
public sealed class ResourceSettings
{
    /// <summary>Largest file in bytes; refused before it is sent. Default 1 GiB.</summary>
    public long MaxFileBytes { get; set; } = 1L << 30;

    /// <summary>Files of one version.</summary>
    public int MaxFiles { get; set; } = 20;

    /// <summary>Whether guests must sign in before they download; reading is always open.</summary>
    public bool DownloadsAskForSignIn { get; set; } = true;

    /// <summary>Pages of a document that get a preview image.</summary>
    public int MaxPreviewPages { get; set; } = 40;
}
