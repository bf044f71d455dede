namespace TeacherGrowthHub.People.Domain;

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
    /// <summary>Longest number of a document, in characters.</summary>
    public const int MaxDocumentLength = 80;

    public required string Id { get; init; }
    public string TeacherId { get; init; } = "";
    public required DutyKind Kind { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>Number of the document that appointed or designated; <see cref="NeedsDocument"/>.</summary>
    public string? Document { get; set; }

    /// <summary>班级 of a class teacher, as the school writes it.</summary>
    public string? ClassName { get; set; }

    /// <summary>Whether the duty runs on that day.</summary>
    public bool Runs(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>The duty as one bit of <see cref="Teacher.PresentDuties"/>.</summary>
    public static int BitOf(DutyKind kind) => 1 << (int)kind;

    /// <summary>骨干 is a designation, 专职 and 兼职 are appointments: each names its document (policy item 三).</summary>
    public static bool NeedsDocument(DutyKind kind) => kind is DutyKind.Backbone or DutyKind.FullTimePsych or DutyKind.PartTimePsych;
}
