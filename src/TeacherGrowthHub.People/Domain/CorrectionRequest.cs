namespace TeacherGrowthHub.People.Domain;

/// <summary>Where a request for correction stands.</summary>
public enum CorrectionState
{
    Open,
    Accepted,
    Refused,

    /// <summary>Taken back by the teacher.</summary>
    Withdrawn,
}

/// <summary>One field that a teacher holds to be wrong.</summary>
public sealed class FieldCorrection
{
    /// <summary>Name of the property of <see cref="Teacher"/>.</summary>
    public required string Field { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
}

/// <summary>A teacher's wish to have the own record corrected (PIPL article 46); the school confirms it.</summary>
public sealed class CorrectionRequest
{
    /// <summary>Longest note or reply, in characters.</summary>
    public const int MaxNoteLength = 1000;

    public required string Id { get; init; }
    public required string TeacherId { get; init; }
    public Teacher? Teacher { get; init; }

    /// <summary>The school asked, as a path.</summary>
    public required string OrganizationPath { get; set; }
    public List<FieldCorrection> Fields { get; init; } = [];

    /// <summary>What the teacher says, also about what is not a field (posts, duties).</summary>
    public string Note { get; init; } = "";
    public CorrectionState State { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? DecidedAt { get; set; }
    public string? DecidedBy { get; set; }
    public string? Reply { get; set; }
}
