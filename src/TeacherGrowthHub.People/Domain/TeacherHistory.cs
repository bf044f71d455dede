namespace TeacherGrowthHub.People.Domain;

/// <summary>A duty as other modules reckon with it; days inclusive, open while it lasts.</summary>
public sealed record HeldDuty(DutyKind Kind, DateOnly From, DateOnly? To);

/// <summary>A post as other modules reckon with it.</summary>
public sealed record HeldPost(string Path, string School, DateOnly From, DateOnly? To, bool IsSecondary);

/// <summary>A teacher's posts and duties with their dates.</summary>
public sealed record TeacherHistory(
    string TeacherId,
    string TeacherNumber,
    string Name,
    TeacherStatus Status,
    IReadOnlyList<HeldPost> Posts,
    IReadOnlyList<HeldDuty> Duties
)
{
    /// <summary>The school on a day, as <see cref="Teacher.PostOn"/> says; null without a post.</summary>
    public HeldPost? PostOn(DateOnly day) =>
        Posts.Where(post => post.From <= day && (post.To is null || day <= post.To)).MaxBy(post => (!post.IsSecondary, post.From));

    public bool Holds(DutyKind kind, DateOnly day) =>
        Duties.Any(duty => duty.Kind == kind && duty.From <= day && (duty.To is null || day <= duty.To));
}
