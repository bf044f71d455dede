using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>The lines above the first heading: one of them is the title, the others say which grade, which form, whose.</summary>
internal sealed partial class TitlePage
{
    private const int MaxTitle = 40;
    private readonly List<(string Text, bool IsHeading)> _lines = [];

    /// <summary>All of it, for the grade.</summary>
    public string Text => string.Join('\n', _lines.Select(line => line.Text));

    public void Add(string text, bool isHeading) => _lines.Add((text, isHeading));

    /// <summary>The line most like a title; null when all of them only name the form, the school or the subject.</summary>
    public string? Best()
    {
        var candidates = _lines.Where(line => IsCandidate(line.Text)).ToList();
        if (candidates.Any(line => !NamesForm(line.Text)))
            candidates.RemoveAll(line => NamesForm(line.Text) && !Quoted().IsMatch(line.Text));
        return candidates.Select(line => line.Text).FirstOrDefault(text => Quoted().IsMatch(text))
            ?? candidates.Select(line => line.Text).FirstOrDefault(text => Prefix().IsMatch(text))
            ?? candidates.Where(line => line.IsHeading).Select(line => line.Text).FirstOrDefault()
            ?? candidates.Select(line => line.Text).FirstOrDefault();
    }

    /// <summary>The lines that are not the title.</summary>
    public IEnumerable<string> Others(string? title) =>
        _lines.Select(line => line.Text).Where(text => text != title || SaysMore(text, Clean(text)));

    /// <summary>A title without the name of its form: 《…》教学设计.</summary>
    public static string Clean(string text)
    {
        var quoted = Quoted().Match(text);
        var inner = quoted.Success ? quoted.Groups["title"].Value : Prefix().Replace(Suffix().Replace(text, ""), "");
        inner = Genre().Replace(inner, "");
        var tail = inner.LastIndexOf('—');
        if (tail > 1 && !IsSaying(inner[(tail + 1)..]))
            inner = inner[..tail].TrimEnd('—');
        return inner.Trim().Trim('\u3000', ':', '\uff1a', '/', '／', '|').Trim();
    }

    /// <summary>Whether a line says more than the title taken from it and the name of its form.</summary>
    public static bool SaysMore(string line, string title) =>
        title.Length > 0 && Suffix().Replace(line.Replace(title, "", StringComparison.Ordinal), "").Any(char.IsLetter);

    /// <summary>How near a label comes to this lesson: 1 for the name of a group or course, 2 of a unit, 3 of the lesson.</summary>
    public static int RankOf(string label) =>
        Series().IsMatch(label) ? 1
        : Unit().IsMatch(label) ? 2
        : 3;

    [GeneratedRegex(@"^[^：:《“]{2,14}(?:活动|课|教案|设计|班会|辅导|主题|专题)[：:]\s?(?=.{2})")]
    private static partial Regex Genre();

    // 生命教育主题班会课设计, unless it stands alone.
    private static bool NamesForm(string text) => FormEnd().IsMatch(text);

    // 示例小学 张三
    private static bool IsByline(string text) =>
        School().Match(text) is { Success: true } school
        && text[school.Length..].Trim() is { Length: <= 6 } name
        && !Generic().IsMatch(name);

    private static bool IsSaying(string text) => Generic().Replace(School().Replace(text, ""), "").Count(char.IsLetter) >= 2;

    private static bool IsCandidate(string text) =>
        text.Length <= MaxTitle && !text.EndsWith('\u3002') && !Subtitle().IsMatch(text) && (Quoted().IsMatch(text) || IsSaying(text));

    [GeneratedRegex(@"^\W{0,3}(?:团体|系列|项目|课程|专题|社团)(?:名称|主题)")]
    private static partial Regex Series();

    [GeneratedRegex(@"^\W{0,3}(?:大?单元|章节?)(?:名称|主题)?")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:.{0,20})?[《](?<title>(?!.*(?:纲要|标准|教材))[^》]{2,40})[》](?:.{0,20})$")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"(?:[\s\u3000]*[-—]{0,4}(?:课堂)?(?:[\(（][^\)）]{0,4})?(?:教学设计|教案|活动设计|活动方案|教学方案|辅导方案|教学简案|班会设计|课例|课堂实录|设计方案|说课稿|教学案例|活动教案|剧本|设计稿|学历案|导学案)(?:[\)）])?)?(?:[\(（][^\)）]{0,3}课时[\)）])?$"
    )]
    private static partial Regex Suffix();

    [GeneratedRegex(
        @"^(?:(?:活动|主题|专题|单元|课)\s?[0-9一二三四五六七八九十]{1,3}[\s\u3000:：.、]+|第\s?[0-9一二三四五六七八九十]{1,3}\s?(?:课|讲|节|期|单元|次(?:活动|辅导|团辅|课)?)[\s\u3000:：]+|【[^】]{1,8}】)(?=.)"
    )]
    private static partial Regex Prefix();

    [GeneratedRegex(
        @"^[-—]{1,4}|^[一二三四五六七八九十]{1,3}、|[:：].{0,30}[:：]|^(?:学校|单位|姓名|作者|日期)|教师\s*\S{0,3}$|老师$|^[-0-9\s—–/.年月日]+$"
    )]
    private static partial Regex Subtitle();

    [GeneratedRegex(@"(?:设计|教案|方案|简案|详案|设计表|计划|计划表|备课|记录|表)(?:[\(（].{0,8}[\)）])?$")]
    private static partial Regex FormEnd();

    [GeneratedRegex(@"^[\S]{0,12}?(?:小学|中学|学校|幼儿园|学院)|^\S{0,10}?[省市县区]")]
    private static partial Regex School();

    [GeneratedRegex(
        @"心理健康教育|心理健康|心理|团体|辅导|主题|班会|活动|课程|课堂|教育|学科|教学|设计|教案|方案|简案|详案|表格式?|表|课例|学年度?|第[一二]学期|学期|[初高][一二三]|[一二三四五六七八九1-9]年级|年级|[低中高]段|[上下]册|中小学|小学|初中|高中|示例|优质课|公开课|课|案"
    )]
    private static partial Regex Generic();
}
