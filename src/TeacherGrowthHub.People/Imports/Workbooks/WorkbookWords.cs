namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>Words of the workbooks themselves, which are Chinese whatever the language of the pages.</summary>
public static class WorkbookWords
{
    public const string Yes = "是";
    public const string No = "否";

    /// <summary>Written into a cell, it empties the field; an empty cell leaves it as it is.</summary>
    public const string Clear = "清空";

    /// <summary>Column of the error workbook; not a column of ours when it comes back.</summary>
    public const string Reason = "原因";

    /// <summary>Sheets of our own that hold no rows.</summary>
    public const string GuideSheet = "填写说明";
    public const string ChoicesSheet = "选项";

    // The example row, which is not imported as long as it stands as it is.
    public const string ExampleNumber = "示例001";
    public const string ExampleName = "张示例";
    public const string ExampleSubject = "心理健康";
    public const string ExampleTitle = "一级教师";
    public const string ExampleSchool = "示例中学";
    public const string ExampleStages = "初中、高中";
    public const string ExampleClass = "七年级1班";

    private static readonly HashSet<string> YesWords = new(StringComparer.OrdinalIgnoreCase)
    {
        Yes,
        "有",
        "对",
        "√",
        "✓",
        "yes",
        "y",
        "true",
        "1",
    };
    private static readonly HashSet<string> NoWords = new(StringComparer.OrdinalIgnoreCase)
    {
        No,
        "无",
        "不",
        "×",
        "✗",
        "no",
        "n",
        "false",
        "0",
    };

    /// <summary>What a word of consent or refusal means; null for any other.</summary>
    public static bool? YesOrNo(string word) =>
        YesWords.Contains(word) ? true
        : NoWords.Contains(word) ? false
        : null;
}
