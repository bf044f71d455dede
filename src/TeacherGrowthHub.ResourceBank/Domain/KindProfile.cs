namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>A structured part of a work.</summary>
/// <param name="Key">Stable key in the stored content and in recipes.</param>
/// <param name="Label">Chinese source text of its heading.</param>
/// <param name="Required">Must be filled before a submission.</param>
public sealed record SectionDefinition(string Key, string Label, bool Required = false);

/// <summary>What makes one kind of work different from another: words, tone, parts.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Code">Stable code in addresses, facets and recipes.</param>
/// <param name="Label">Chinese source text.</param>
/// <param name="Tone">Class of the theme.</param>
/// <param name="ContentType">Orchard content type.</param>
/// <param name="Sections">Its parts in reading order.</param>
public sealed record KindProfile(
    WorkKind Kind,
    string Code,
    string Label,
    string Tone,
    string ContentType,
    IReadOnlyList<SectionDefinition> Sections
)
{
    /// <summary>Key of the part that keeps text which no heading claimed.</summary>
    public const string Other = "other";

    private static readonly SectionDefinition OtherSection = new(Other, "其他内容");

    /// <summary>All kinds, in the order of <see cref="WorkKind"/>.</summary>
    public static readonly IReadOnlyList<KindProfile> All =
    [
        // domain 9.2
        new(
            WorkKind.Lesson,
            "lesson",
            "课例",
            "is-lesson",
            "Lesson",
            [
                new("ideas", "设计理念"),
                new("learners", "学情分析"),
                new("goalCognition", "认知目标"),
                new("goalEmotion", "情感目标"),
                new("goalBehaviour", "行为目标"),
                new("goals", "教学目标"),
                new("keyPoints", "教学重点"),
                new("difficultPoints", "教学难点"),
                new("preparation", "教学准备"),
                new("board", "板书设计"),
                new("reflection", "教学反思"),
                new("safety", "安全提示"),
                OtherSection,
            ]
        ),
        new(
            WorkKind.Paper,
            "paper",
            "论文",
            "is-paper",
            "Paper",
            [new("abstract", "摘要", true), new("body", "正文", true), new("references", "参考文献"), OtherSection]
        ),
        // domain 9.3
        new(
            WorkKind.Case,
            "case",
            "案例",
            "is-case",
            "CaseReport",
            [
                new("general", "一般情况", true),
                new("complaint", "主诉"),
                new("problem", "问题表现", true),
                new("background", "成长背景"),
                new("assessment", "评估与转介"),
                new("goals", "辅导目标"),
                new("process", "辅导过程", true),
                new("effect", "效果与依据"),
                new("reflection", "反思"),
                new("ethics", "伦理说明", true),
                OtherSection,
            ]
        ),
        new(
            WorkKind.Curriculum,
            "curriculum",
            "校本课程",
            "is-course",
            "SchoolCurriculum",
            [
                new("introduction", "课程说明", true),
                new("goals", "课程目标"),
                new("outline", "课程纲要"),
                new("implementation", "实施建议"),
                new("evaluation", "课程评价"),
                OtherSection,
            ]
        ),
        new(
            WorkKind.Courseware,
            "courseware",
            "课件工具",
            "is-pack",
            "Courseware",
            [new("introduction", "使用说明", true), new("content", "内容"), OtherSection]
        ),
    ];

    public static KindProfile Of(WorkKind kind) => All[(int)kind];

    /// <summary>The kind of a code; null for anything else.</summary>
    public static KindProfile? Find(string? code) => All.FirstOrDefault(profile => profile.Code == code);
}
