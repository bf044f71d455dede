namespace TeacherGrowthHub.People.Domain;

/// <summary>在岗: where a teacher works, from when to when (inclusive).</summary>
public sealed class TeacherPost
{
    public required string Id { get; init; }
    public string TeacherId { get; init; } = "";
    public required string OrganizationId { get; init; }
    public Organization? Organization { get; set; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>兼任 at a second school: it never makes that school the teacher's own.</summary>
    public bool IsSecondary { get; set; }

    public bool Runs(DateOnly day) => From <= day && (To is null || day <= To);
}
