using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>One thing that keeps a draft from being submitted.</summary>
/// <param name="Field">Field it belongs to.</param>
/// <param name="Text">Chinese source text.</param>
/// <param name="Arguments">What goes into its places.</param>
public sealed record SubmissionProblem(string Field, string Text, params object[] Arguments);

/// <summary>What a draft must have before it goes to the reviewers, and the limits that every save keeps.</summary>
public static class SubmissionRules
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitle = 100;

    /// <summary>Longest part, in characters.</summary>
    public const int MaxSection = 200_000;
    private const int MaxListItems = 20;
    private const int MaxListItem = 60;
    private const int MaxSteps = 60;

    /// <summary>Limits of every save; a draft may be empty but not boundless.</summary>
    /// <exception cref="RefusedException">The first limit that is passed, beside its field.</exception>
    public static void CheckLimits(WorkContent content)
    {
        Limit(content.Title, MaxTitle, nameof(content.Title), "标题最多 {0} 个字");
        Limit(content.Summary, 600, nameof(content.Summary), "摘要最多 {0} 个字");
        Limit(content.Cover?.Text ?? "", WorkCover.MaxText, "CoverText", "封面的说明最多 {0} 个字");
        foreach (var (key, text) in content.Sections)
            Limit(text, MaxSection, key, "这一部分最多 {0} 个字，更长的内容请放进附件");
        foreach (var step in content.Steps)
            Limit(step.Name + step.Teacher + step.Students + step.Intent, MaxSection, nameof(content.Steps), "一个环节最多 {0} 个字");
        if (content.Steps.Count > MaxSteps)
            throw new RefusedException("教学过程最多 {0} 个环节", MaxSteps) { Field = nameof(content.Steps) };
        if (content.Steps.Any(step => step.Minutes is < 0 or > 600))
            throw new RefusedException("环节时间要在 0 到 600 分钟之间") { Field = nameof(content.Steps) };
        LimitList(content.Keywords, nameof(content.Keywords), "关键词");
        LimitList(content.Authors, nameof(content.Authors), "作者");
        if (content.Periods is < 1 or > 99)
            throw new RefusedException("课时要在 1 到 99 之间") { Field = nameof(content.Periods) };
        if (content.Minutes is < 1 or > 600)
            throw new RefusedException("每课时分钟数要在 1 到 600 之间") { Field = nameof(content.Minutes) };
    }

    /// <summary>Everything that is still missing, so that the author sees it at once.</summary>
    public static IReadOnlyList<SubmissionProblem> Problems(WorkKind kind, WorkContent content, int files) =>
        [.. Missing(kind, content, files), .. kind == WorkKind.Lesson ? LessonProblems(content, files) : []];

    private static IEnumerable<SubmissionProblem> Missing(WorkKind kind, WorkContent content, int files)
    {
        if (string.IsNullOrWhiteSpace(content.Title))
            yield return new("title", "请填写标题");
        if (content.Stages.Count == 0)
            yield return new("stages", "请选择学段");
        if (content.Areas.Count == 0 && content.Topics.Count == 0)
            yield return new("areas", "请选择主题领域");
        if (content.Authors.All(string.IsNullOrWhiteSpace))
            yield return new("authors", "请填写作者");
        if (!content.RightsStated)
            yield return new("rights", "请确认作品为原创或已获授权");
        if (kind == WorkKind.Case && !content.ConsentStated)
            yield return new("consent", "请确认已取得知情同意并隐去个人信息");
        foreach (var section in KindProfile.Of(kind).Sections.Where(s => s.Required && string.IsNullOrWhiteSpace(content.Section(s.Key))))
        {
            if (kind == WorkKind.Case || files == 0)
                yield return new(section.Key, "请填写“{0}”", section.Label);
        }
    }

    // A lesson is either written in the form or attached as a file.
    private static IEnumerable<SubmissionProblem> LessonProblems(WorkContent content, int files)
    {
        if (string.IsNullOrEmpty(content.Form))
            yield return new("form", "请选择课例形式");
        if (files == 0 && content.Steps.All(step => step.IsEmpty))
            yield return new("steps", "请填写教学过程，或上传教学设计文件");
    }

    private static void LimitList(IReadOnlyList<string> items, string field, string what)
    {
        if (items.Count > MaxListItems || items.Any(item => item.Length > MaxListItem))
            throw new RefusedException("{0}最多 {1} 个，每个最多 {2} 个字", what, MaxListItems, MaxListItem) { Field = field };
    }

    private static void Limit(string text, int length, string field, string message)
    {
        if (text.Length > length)
            throw new RefusedException(message, length) { Field = field };
    }
}
