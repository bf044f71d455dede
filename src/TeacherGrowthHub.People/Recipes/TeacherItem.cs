using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Recipes;

/// <summary>A teacher in a recipe, with posts and duties.</summary>
public sealed record TeacherItem(
    string TeacherId,
    string TeacherNumber,
    string Name,
    string? Mobile = null,
    List<TeacherItem.PostItem>? Posts = null,
    List<TeacherItem.DutyItem>? Duties = null,
    string? Stage = null,
    string? Subject = null,
    string? Title = null,
    string? Certificate = null,
    DateOnly? ServiceFrom = null,
    TeacherStatus? Status = null
)
{
    /// <summary>A post; <c>Organization</c> is a path.</summary>
    public sealed record PostItem(string PostId, string Organization, DateOnly From, DateOnly? To = null, bool? IsSecondary = null);

    /// <summary>A duty.</summary>
    public sealed record DutyItem(
        string DutyId,
        DutyKind Kind,
        DateOnly From,
        DateOnly? To = null,
        string? Document = null,
        string? ClassName = null
    );

    /// <summary>The facts all together, unchecked.</summary>
    public TeacherProfile Profile() =>
        new(TeacherNumber, Name, Mobile, Stage, Subject, Title, Certificate, ServiceFrom, Status ?? TeacherStatus.InPost);

    /// <summary>What brings a teacher back.</summary>
    /// <param name="teacher">With duties, posts and their organisations.</param>
    public static TeacherItem Of(Teacher teacher) =>
        new(
            teacher.Id,
            teacher.TeacherNumber,
            teacher.Name,
            teacher.Mobile,
            [.. teacher.Posts.OrderBy(post => post.Id).Select(Of)],
            [.. teacher.Duties.OrderBy(duty => duty.Id).Select(Of)],
            teacher.Stage,
            teacher.Subject,
            teacher.Title,
            teacher.Certificate,
            teacher.ServiceFrom,
            teacher.Status == TeacherStatus.InPost ? null : teacher.Status
        );

    private static PostItem Of(TeacherPost post) =>
        new(post.Id, post.Organization!.Path, post.From, post.To, post.IsSecondary ? true : null);

    private static DutyItem Of(TeacherDuty duty) => new(duty.Id, duty.Kind, duty.From, duty.To, duty.Document, duty.ClassName);
}
