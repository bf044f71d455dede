using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Tells by its verb what kind of goal a sentence sets.</summary>
internal static partial class GoalWords
{
    private const int MaxSentence = 400;

    /// <summary>Key of the goals it belongs to, or null.</summary>
    public static string? KeyOf(string line)
    {
        var text = Headings.StripNumber(line);
        if (text.Length > MaxSentence)
            return null;
        var verb = Verb().Match(Lead().Replace(text, ""));
        return verb.Groups["behaviour"].Success ? "goalBehaviour"
            : verb.Groups["emotion"].Success ? "goalEmotion"
            : verb.Groups["cognition"].Success ? "goalCognition"
            : null;
    }

    [GeneratedRegex(
        @"^(?:通过[^，,]{1,60}[，,])?(?:在[^，,]{1,40}[中里][，,]?)?(?:协助|帮助|引导|让|使|促进|鼓励|指导|组织)?(?:学生们?|成员们?|同学们?|孩子们?|幼儿|参与者|队员|大家)?(?:能够|可以|能|会|初步|进一步|充分|正确|积极|逐步|更好地|真正)*"
    )]
    private static partial Regex Lead();

    // 学会接纳 is a feeling, 学会表达 is a skill.
    [GeneratedRegex(
        @"^(?:(?<emotion>(?:学会)?(?:感受|体验|体会|感悟|领悟到?|接纳|接受|悦纳|珍惜|感恩|欣赏|尊重|热爱|关爱|关心|喜欢|享受|愿意|乐于|敢于|勇于|坦然|自觉|激发|激励|唤起|萌发|唤醒|萌生|增强|增进|提升.{0,8}(?:感|自信|信心|意识|勇气|动机)|树立|培养.{0,14}(?:情|心|态度|意识|精神|品质|感|观|兴趣|勇气|自信)|形成.{0,14}(?:情|态度|意识|观|心态)|养成.{0,14}态度|产生|获得.{0,10}(?:体验|感|支持|力量)|对.{1,24}(?:有|产生|抱有|充满)|相信|保持|减少|降低|以.{1,20}(?:态度|心态)|正视|直面|重视|认同|建立.{0,8}(?:自信|信心|归属感|安全感|态度)))|(?<behaviour>学会|学习|掌握|运用|应用|使用|制定|制订|制作|设计|写出|写下|画出|说出|列出|做到|做出|练习|尝试|主动|表达|用|将|把|选择|判断|辨别|坚持|完成|找到|找出|提高|提升|培养|养成|践行|实践|落实|发展|锻炼|合理|有效|灵活|在生活|在日常|在学习|采取|寻求|求助|管理|调节|调整|应对|解决|处理|改善|改变|与.{1,16}(?:沟通|交流|合作|相处)|拒绝|参与|独立|自主|建立|温和|大胆|具体|真诚|维护)|(?<cognition>了解|认识|知道|理解|明白|懂得|意识|认清|明确|发现|觉察|识别|区分|辨认|看到|看见|辨析|探索|熟悉|记住|概括|阐述|分析|清楚|学到|感知|体认|澄清|察觉|说明))"
    )]
    private static partial Regex Verb();
}
