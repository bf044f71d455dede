namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>One step of a lesson: 环节, minutes, what teacher and students do, and why.</summary>
public sealed record LessonStep
{
    public string Name { get; init; } = "";

    /// <summary>Minutes; null while unknown.</summary>
    public int? Minutes { get; init; }
    public string Teacher { get; init; } = "";
    public string Students { get; init; } = "";
    public string Intent { get; init; } = "";

    public bool IsEmpty => Minutes is null && string.IsNullOrWhiteSpace(Name + Teacher + Students + Intent);
}

/// <summary>Everything an author writes about a work; stored as one JSON value per version.</summary>
public sealed record WorkContent
{
    public string Title { get; init; } = "";

    /// <summary>One or two sentences for lists.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Code of the form of a lesson; empty for other kinds.</summary>
    public string Form { get; init; } = "";

    /// <summary>学段 codes: P1 P2 P3 J S V.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>年级 1–12.</summary>
    public IReadOnlyList<int> Grades { get; init; } = [];

    /// <summary>Content areas A–F, the first is the leading one.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Codes of cross-topics.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>课时.</summary>
    public int? Periods { get; init; }

    /// <summary>Minutes of one class period.</summary>
    public int? Minutes { get; init; }

    /// <summary>Names of the authors, in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Code of the licence.</summary>
    public string License { get; init; } = "CC-BY-NC-SA-4.0";

    /// <summary>The author states that the work is their own and may be shared.</summary>
    public bool RightsStated { get; init; }

    /// <summary>Cases: student and guardian agreed, and everything that identifies was removed (domain 9.3).</summary>
    public bool ConsentStated { get; init; }

    /// <summary>Texts of the parts by key of <see cref="SectionDefinition"/>.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; init; } = new Dictionary<string, string>();

    /// <summary>教学过程 of a lesson.</summary>
    public IReadOnlyList<LessonStep> Steps { get; init; } = [];

    /// <summary>The author's own picture; null means the drawn cover.</summary>
    public WorkCover? Cover { get; init; }

    /// <summary>Names of fields that were read from a file and should be looked at.</summary>
    public IReadOnlyList<string> ToCheck { get; init; } = [];

    /// <summary>The text of a part; empty when it has none.</summary>
    public string Section(string key) => Sections.GetValueOrDefault(key, "");
}
