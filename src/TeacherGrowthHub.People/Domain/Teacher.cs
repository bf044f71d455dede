namespace TeacherGrowthHub.People.Domain;

/// <summary>A teacher with posts and duties, all dated. No ID-card number is ever stored; the mobile number is shown masked.</summary>
public sealed class Teacher
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 60;

    public required string Id { get; init; }

    /// <summary>工号: unique in the city.</summary>
    public required string TeacherNumber { get; set; }
    public required string Name { get; set; }

    /// <summary>Eleven digits; also a way to sign in.</summary>
    public string? Mobile { get; set; }

    /// <summary>学段 code taught: P1 P2 P3 J S V.</summary>
    public string? Stage { get; set; }

    /// <summary>任教学科.</summary>
    public string? Subject { get; set; }

    /// <summary>职称.</summary>
    public string? Title { get; set; }

    /// <summary>Mental-health certificate (心理健康教育上岗证、心理咨询师证 …), as the school words it.</summary>
    public string? Certificate { get; set; }

    /// <summary>First day in the service (参加工作时间).</summary>
    public DateOnly? ServiceFrom { get; set; }
    public TeacherStatus Status { get; set; } = TeacherStatus.InPost;

    /// <summary>
    /// Path of the present school, kept beside the posts so that a list of 50,000 is a range of one index; null without a running post.
    /// Written by the service PresentSchools, whenever posts or paths change and every night.
    /// </summary>
    public string? PresentPath { get; private set; }

    /// <summary>The duties that run today, as the sum of <see cref="TeacherDuty.BitOf"/>; kept by PresentSchools like the path, for the list.</summary>
    public int PresentDuties { get; private set; }
    public List<TeacherPost> Posts { get; } = [];
    public List<TeacherDuty> Duties { get; } = [];

    /// <summary>What the school writes down, all together.</summary>
    public TeacherProfile Profile => new(TeacherNumber, Name, Mobile, Stage, Subject, Title, Certificate, ServiceFrom, Status);

    /// <summary>Takes over a profile that has been <see cref="TeacherProfile.Checked"/>.</summary>
    public void Apply(TeacherProfile profile)
    {
        (TeacherNumber, Name, Mobile) = (profile.TeacherNumber!, profile.Name!, profile.Mobile);
        (Stage, Subject, Title, Certificate) = (profile.Stage, profile.Subject, profile.Title, profile.Certificate);
        (ServiceFrom, Status) = (profile.ServiceFrom, profile.Status);
    }

    /// <summary>The school on that day: the post begun last among those running; one at a second school only where there is no other.</summary>
    public TeacherPost? PostOn(DateOnly day) => Posts.Where(post => post.Runs(day)).MaxBy(post => (!post.IsSecondary, post.From));

    /// <summary>The duties held on that day.</summary>
    public IEnumerable<TeacherDuty> DutiesOn(DateOnly day) => Duties.Where(duty => duty.Runs(day));
}

/// <summary>Whether a teacher counts as in post.</summary>
public enum TeacherStatus
{
    /// <summary>在岗.</summary>
    InPost,

    /// <summary>长期休假 (maternity, sickness of a term or more): still a member of the school.</summary>
    OnLeave,

    /// <summary>退休.</summary>
    Retired,

    /// <summary>离职 or moved out of the city.</summary>
    Left,
}
