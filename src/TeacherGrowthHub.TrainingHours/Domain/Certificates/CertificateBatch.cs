namespace TeacherGrowthHub.TrainingHours.Domain.Certificates;

/// <summary>Certificates of many teachers issued in one act, in the background; it goes on where it stopped.</summary>
public sealed class CertificateBatch
{
    public required string Id { get; init; }

    /// <summary>The organisation whose teachers get one.</summary>
    public required string Path { get; set; }
    public required int SchoolYear { get; init; }

    /// <summary>Whose turn it is comes from here: ids of teachers in the order of issue.</summary>
    public required IReadOnlyList<string> TeacherIds { get; init; }

    /// <summary>Address of the site that the QR codes lead to.</summary>
    public required string Site { get; init; }
    public required string AccountId { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>How many of the teachers have been dealt with.</summary>
    public int Done { get; set; }

    /// <summary>Why some got none, one sentence each: teacher, then reason.</summary>
    public IReadOnlyList<string> LeftOut { get; set; } = [];
    public bool IsFinished => Done >= TeacherIds.Count;
}
