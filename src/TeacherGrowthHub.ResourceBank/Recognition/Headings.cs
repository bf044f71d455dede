using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>The words that teachers set over the parts of a document, and the marks before and after them.</summary>
internal static partial class Headings
{
    /// <summary>Field keys beside those of the sections.</summary>
    public const string Title = "title";
    public const string Grade = "grade";
    public const string Periods = "periods";
    public const string Minutes = "minutes";
    public const string Keywords = "keywords";
    public const string Authors = "authors";
    public const string Process = "process";

    /// <summary>Known and of no interest to the form: kept with the other text.</summary>
    public const string Ignored = KindProfile.Other;

    private static readonly Dictionary<WorkKind, (string Key, string[] Words)[]> Lexicon = new()
    {
        [WorkKind.Lesson] =
        [
            (
                Title,
                [
                    "课题",
                    "课题名称",
                    "课程名称",
                    "活动名称",
                    "活动主题",
                    "班会主题",
                    "辅导主题",
                    "教学主题",
                    "主题",
                    "题目",
                    "教学内容",
                    "课例名称",
                    "活动课题",
                    "授课主题",
                    "团辅主题",
                ]
            ),
            (
                Grade,
                [
                    "年级",
                    "学段",
                    "授课年级",
                    "适用年级",
                    "教学对象",
                    "授课对象",
                    "活动对象",
                    "适用对象",
                    "对象",
                    "学段年级",
                    "学段/年级",
                    "适用学段",
                    "年级班级",
                    "班级",
                    "授课班级",
                    "参加对象",
                    "辅导对象",
                ]
            ),
            (Periods, ["课时", "课时安排", "课时数", "教学课时", "活动课时"]),
            (Minutes, ["时长", "活动时间", "教学时间", "授课时长", "活动时长", "课时长度", "时间"]),
            (
                Authors,
                [
                    "执教",
                    "执教者",
                    "执教教师",
                    "授课教师",
                    "授课人",
                    "作者",
                    "设计者",
                    "教师",
                    "教师姓名",
                    "设计人",
                    "主讲人",
                    "任课教师",
                    "主讲教师",
                ]
            ),
            (Keywords, ["关键词", "关键字"]),
            (
                "ideas",
                [
                    "设计理念",
                    "设计思路",
                    "理论依据",
                    "教学理念",
                    "设计意图",
                    "活动理念",
                    "指导思想",
                    "设计背景",
                    "活动背景",
                    "教学设计思路",
                    "理念",
                    "设计依据",
                    "设计理念与依据",
                    "设计理念与理论依据",
                    "设计理念/理论依据",
                    "理论基础",
                    "教材分析",
                    "活动设计理念",
                    "选题依据",
                    "选题背景",
                    "主题解析",
                    "设计说明",
                ]
            ),
            (
                "learners",
                [
                    "学情分析",
                    "学生分析",
                    "学情",
                    "学习者分析",
                    "对象分析",
                    "学生情况分析",
                    "学情简析",
                    "教学对象分析",
                    "学生特点",
                    "学生情况",
                ]
            ),
            (
                "goalCognition",
                ["认知目标", "知识目标", "知识与技能", "知识与能力", "认知", "认知层面", "知识与技能目标", "知识", "认知方面", "认识目标"]
            ),
            (
                "goalEmotion",
                [
                    "情感目标",
                    "情感态度与价值观",
                    "情感态度价值观",
                    "情感态度目标",
                    "情感",
                    "情感层面",
                    "情感、态度与价值观",
                    "情感体验目标",
                    "态度目标",
                    "情感方面",
                    "情感态度",
                ]
            ),
            (
                "goalBehaviour",
                [
                    "行为目标",
                    "能力目标",
                    "技能目标",
                    "过程与方法",
                    "行为",
                    "行为层面",
                    "过程与方法目标",
                    "技能",
                    "能力",
                    "行为方面",
                    "运用目标",
                    "方法目标",
                ]
            ),
            (
                "goals",
                [
                    "教学目标",
                    "活动目标",
                    "目标",
                    "辅导目标",
                    "学习目标",
                    "课程目标",
                    "班会目标",
                    "教学目的",
                    "活动目的",
                    "目标设定",
                    "班会目的",
                    "教育目标",
                    "目的",
                    "目的与目标",
                    "培养目标",
                ]
            ),
            ("keyPoints", ["教学重点", "重点", "活动重点", "辅导重点", "学习重点"]),
            ("difficultPoints", ["教学难点", "难点", "活动难点", "辅导难点", "学习难点"]),
            (
                "points",
                [
                    "教学重难点",
                    "重难点",
                    "教学重点难点",
                    "重点难点",
                    "教学重点与难点",
                    "教学重点和难点",
                    "活动重难点",
                    "重点与难点",
                    "教学重、难点",
                    "重、难点",
                    "教学重点、难点",
                    "辅导重难点",
                    "重点和难点",
                ]
            ),
            (
                "preparation",
                [
                    "教学准备",
                    "课前准备",
                    "活动准备",
                    "准备",
                    "教具准备",
                    "材料准备",
                    "教学资源",
                    "教具",
                    "器材准备",
                    "班会准备",
                    "教学用具",
                    "准备工作",
                    "资源准备",
                    "学具准备",
                    "教学媒体",
                    "活动器材",
                ]
            ),
            (
                Process,
                [
                    "教学过程",
                    "活动过程",
                    "教学流程",
                    "过程",
                    "教学步骤",
                    "活动流程",
                    "教学环节",
                    "辅导过程",
                    "班会过程",
                    "活动步骤",
                    "教学活动过程",
                    "教学过程设计",
                    "活动设计",
                    "实施过程",
                    "教学实施",
                    "班会流程",
                    "团辅过程",
                    "流程",
                    "教学活动",
                    "教学设计过程",
                    "课堂实录",
                    "教学环节设计",
                    "活动内容",
                    "活动实施",
                ]
            ),
            ("board", ["板书设计", "板书", "板书内容"]),
            (
                "reflection",
                [
                    "教学反思",
                    "课后反思",
                    "反思",
                    "活动反思",
                    "教后反思",
                    "课后小记",
                    "教学后记",
                    "教学评价与反思",
                    "反思与改进",
                    "课后记",
                    "活动总结与反思",
                ]
            ),
            ("safety", ["安全提示", "注意事项", "安全预案", "温馨提示", "安全须知", "特别提醒"]),
            (
                Ignored,
                [
                    "教学方法",
                    "教法学法",
                    "教法",
                    "学法",
                    "作业布置",
                    "作业设计",
                    "课后作业",
                    "课后延伸",
                    "拓展延伸",
                    "参考资料",
                    "参考文献",
                    "附件",
                    "附录",
                    "课型",
                    "教学评价",
                    "活动形式",
                    "活动地点",
                    "地点",
                    "学习单",
                    "所属领域",
                    "主题领域",
                    "日期",
                    "课后拓展",
                    "活动方式",
                    "家庭作业",
                    "学科",
                    "学校",
                    "单位",
                ]
            ),
        ],
        [WorkKind.Paper] =
        [
            (Title, ["题目", "论文题目", "标题"]),
            (Authors, ["作者"]),
            ("abstract", ["摘要", "内容摘要", "内容提要", "提要"]),
            (Keywords, ["关键词", "关键字"]),
            ("references", ["参考文献", "主要参考文献"]),
        ],
        [WorkKind.Case] =
        [
            (Title, ["案例名称", "案例题目", "标题", "题目"]),
            (
                "general",
                [
                    "一般情况",
                    "基本情况",
                    "一般资料",
                    "基本资料",
                    "个案基本情况",
                    "来访者基本情况",
                    "学生基本情况",
                    "基本信息",
                    "案例基本情况",
                    "个案资料",
                    "来访者一般资料",
                ]
            ),
            ("complaint", ["主诉", "求助问题", "来访者主诉", "个案主诉"]),
            ("problem", ["问题表现", "主要问题", "问题描述", "具体表现", "案例描述", "案例背景", "问题概述", "个人陈述"]),
            ("background", ["成长背景", "背景资料", "家庭背景", "成长经历", "背景信息", "个案背景", "成长史"]),
            (
                "assessment",
                [
                    "评估",
                    "评估与转介",
                    "问题评估",
                    "评估与分析",
                    "原因分析",
                    "案例分析",
                    "问题分析",
                    "评估与诊断",
                    "个案概念化",
                    "问题成因分析",
                ]
            ),
            ("goals", ["辅导目标", "咨询目标", "目标", "干预目标"]),
            ("process", ["辅导过程", "咨询过程", "干预过程", "辅导策略与过程", "过程", "实施过程", "辅导措施", "辅导策略", "干预措施"]),
            ("effect", ["效果与依据", "辅导效果", "效果评估", "咨询效果", "成效", "效果", "辅导结果", "辅导效果评估"]),
            ("reflection", ["反思", "案例反思", "辅导反思", "反思与总结", "总结与反思", "辅导感悟", "反思与启示"]),
            ("ethics", ["伦理说明", "伦理", "伦理声明", "知情同意"]),
        ],
    };

    private static readonly Dictionary<(WorkKind, string), string> ByWord = Lexicon
        .SelectMany(kind => kind.Value.SelectMany(entry => entry.Words.Select(word => (Word: (kind.Key, Squeeze(word)), entry.Key))))
        .GroupBy(pair => pair.Word)
        .ToDictionary(group => group.Key, group => group.First().Key);

    /// <summary>A heading at the beginning of a line, and what stands behind it on the same line.</summary>
    /// <param name="Key">Field it announces.</param>
    /// <param name="Rest">Text behind it.</param>
    public sealed record Found(string Key, string Rest);

    /// <summary>Looks for a heading of that kind of work at the beginning of a line.</summary>
    /// <param name="kind">Kind of work.</param>
    /// <param name="line">The line.</param>
    /// <param name="isHeading">The line looks like a heading, so it needs neither number nor colon.</param>
    public static Found? Find(WorkKind kind, string line, bool isHeading)
    {
        var text = line.Trim();
        var bracketed = Bracketed().Match(text);
        if (bracketed.Success && Key(kind, bracketed.Groups["word"].Value) is { } inBrackets)
            return new Found(inBrackets, StripColon(text[bracketed.Length..]));
        var number = Number().Match(text);
        var plain = text[number.Length..].Trim();
        var colon = plain.IndexOfAny([':', '\uff1a']);
        if (colon is > 0 and <= 16 && Key(kind, plain[..colon]) is { } beforeColon)
            return new Found(beforeColon, plain[(colon + 1)..].Trim());
        if (Key(kind, plain) is { } whole && (isHeading || number.Length > 0 || Squeeze(plain).Length >= 3))
            return new Found(whole, "");
        return BeforeSpace(kind, plain, number.Length > 0 || isHeading);
    }

    /// <summary>The field that a label cell of a form table announces.</summary>
    public static string? Key(WorkKind kind, string label) =>
        ByWord.GetValueOrDefault((kind, Squeeze(TrailingNote().Replace(label.Trim(), ""))));

    /// <summary>Marks of numbering at the beginning of a line: 一、 （一） 1. ①.</summary>
    public static string StripNumber(string line) => Number().Replace(line.Trim(), "", 1).Trim();

    // "教学重点  认识情绪": a heading set off by wide space only.
    private static Found? BeforeSpace(WorkKind kind, string plain, bool marked)
    {
        var gap = WideSpace().Match(plain);
        return
            gap.Success
            && gap.Index <= 10
            && Key(kind, plain[..gap.Index]) is { } key
            && (marked || Squeeze(plain[..gap.Index]).Length >= 3)
            ? new Found(key, plain[(gap.Index + gap.Length)..].Trim())
            : null;
    }

    private static string StripColon(string text) => text.TrimStart(' ', '\u3000', ':', '\uff1a').Trim();

    private static string Squeeze(string word) => Blanks().Replace(word, "").TrimEnd(':', '\uff1a');

    [GeneratedRegex(
        @"^\s*(?:[\(（\u3014\[]\s*[0-9一二三四五六七八九十]{1,3}\s*[\)）\u3015\]]\s*[、.．]?|第[一二三四五六七八九十0-9]{1,3}[部节章][分]?[、:：]?|[一二三四五六七八九十]{1,3}\s*[、.．,，:：]|[0-9]{1,2}\s*[、.．)）](?![0-9])|[\u2460-\u2473]|[◆●■▲★※•·◎○□▪➢]|[#＃]{1,6}\s)\s*"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:[0-9一二三四五六七八九十]{1,3}[、.．]\s*)?[【\[〔「『《](?<word>[^】\]〕」』》]{1,16})[】\]〕」』》]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[\s\u3000\u00a0]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[ \u3000\u00a0\t]{2,}|\t|\u3000")]
    private static partial Regex WideSpace();

    [GeneratedRegex(@"[\(（][^\)）]{0,12}[\)）]\s*[:：]?$")]
    private static partial Regex TrailingNote();
}
