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
    public List<TeacherPost> Posts { get; } = [];
    public List<TeacherDuty> Duties { get; } = [];

    /// <summary>The school on that day: the post begun last among those running.</summary>
    public TeacherPost? PostOn(DateOnly day) => Posts.Where(post => post.Runs(day)).MaxBy(post => post.From);

    /// <summary>The duties held on that day.</summary>
    public IEnumerable<TeacherDuty> DutiesOn(DateOnly day) => Duties.Where(duty => duty.From <= day && (duty.To is null || day <= duty.To));
}

/// <summary>在岗: where a teacher works, from when to when (inclusive).</summary>
public sealed class TeacherPost
{
    public required string Id { get; init; }
    public string TeacherId { get; init; } = "";
    public required string OrganizationId { get; init; }
    public Organization? Organization { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    public bool Runs(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>职责 that quotas and rates ask for.</summary>
public enum DutyKind
{
    /// <summary>骨干教师: a designation by county or city, with document and dates.</summary>
    Backbone,

    /// <summary>专职心理健康教师, by appointment.</summary>
    FullTimePsych,

    /// <summary>兼职心理健康教师, by appointment.</summary>
    PartTimePsych,

    /// <summary>班主任, by class and school year.</summary>
    ClassTeacher,

    /// <summary>学科教师: every other teacher in post.</summary>
    SubjectTeacher,

    /// <summary>新入职教师, by the date of taking up duty.</summary>
    NewTeacher,
}

/// <summary>A duty held from a day to a day (inclusive); open-ended while it lasts.</summary>
public sealed class TeacherDuty
{
    public required string Id { get; init; }
    public string TeacherId { get; init; } = "";
    public required DutyKind Kind { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>Number of the document that appointed or designated.</summary>
    public string? Document { get; set; }
}
