using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>
/// The words that teachers set over the parts of a document, a line a field; "other" is known and kept beside the form. Of lesson
/// plans only those that <see cref="LabelParts"/> does not put together from their parts.
/// </summary>
internal static class HeadingWords
{
    private const string Lesson = """
        title: 教学内容
        grade: 学段年级 年级班级 参加人员 参与人员 参会人员
        periods: 课时计划 教学时数 课时建议
        minutes: 课时长度
        authors: 设计 授课 上课 主备 说课 执教教师 教师姓名 授课者 设计者姓名 设计人姓名 主讲 班主任
        keywords: 关键词 关键字
        ideas: 理论依据 理论基础 主题解析 设计说明 主题分析
        learners: 学生情况分析 学生特点 学生情况 学生学情分析 学生现状 班级情况 学生现状分析 学生心理特点 学情背景 学生实际
        goalCognition: 认识目标 认知上 认识 知
        goalEmotion: 态度情感 体验目标 情
        goalBehaviour: 方法目标 意行 行
        preparation: 教具准备 材料准备 器材准备 资源准备 学具准备 物品准备 道具准备 媒体准备 教具学具
        process: 活动安排 教学安排 内容安排 活动设计 教学活动 课堂实录 活动内容 操作过程 教学过程与方法设计 活动实录
        board: 板书提纲 板书纲要
        reflection: 反思与改进 课后总结 教学小结与反思 教学反思与改进 反思总结 教学体会 效果与反思 教后记 教后感
        safety: 安全提示 安全预案 温馨提示 安全须知 特别提醒 安全提醒 安全注意事项 安全保障 伦理提示 特别说明
        other: 教材依据 基本信息 课程信息 课程基本信息 基本情况 活动信息 班会总结 班主任总结 活动总结 教法学法 作业布置 拓展延伸 参考资料 参考文献 学习单 所属领域 活动方式 家庭作业 教与学的方法 课后任务 学科领域 评价方式 延伸活动 课后活动 教材版本 使用教材 教材 性别 内容领域 辅导方式 专家点评 学习单设计 所在学校 工作单位 课前调查 拓展资料 资料链接 推荐资源 课后练习 课后实践 实践作业 家校共育 创新点 二次备课 复备 复备栏 个性化修改 个性修改 修改意见 个案补充 集体备课意见
        """;

    private const string Paper = """
        title: 题目 论文题目 标题
        authors: 作者
        abstract: 摘要 内容摘要 内容提要 提要
        keywords: 关键词 关键字
        references: 参考文献 主要参考文献
        """;

    private const string Case = """
        title: 案例名称 案例题目 标题 题目
        general: 一般情况 基本情况 一般资料 基本资料 个案基本情况 来访者基本情况 学生基本情况 基本信息 案例基本情况 个案资料 来访者一般资料
        complaint: 主诉 求助问题 来访者主诉 个案主诉
        problem: 问题表现 主要问题 问题描述 具体表现 案例描述 案例背景 问题概述 个人陈述
        background: 成长背景 背景资料 家庭背景 成长经历 背景信息 个案背景 成长史
        assessment: 评估 评估与转介 问题评估 评估与分析 原因分析 案例分析 问题分析 评估与诊断 个案概念化 问题成因分析
        goals: 辅导目标 咨询目标 目标 干预目标
        process: 辅导过程 咨询过程 干预过程 辅导策略与过程 过程 实施过程 辅导措施 辅导策略 干预措施
        effect: 效果与依据 辅导效果 效果评估 咨询效果 成效 效果 辅导结果 辅导效果评估
        reflection: 反思 案例反思 辅导反思 反思与总结 总结与反思 辅导感悟 反思与启示
        ethics: 伦理说明 伦理 伦理声明 知情同意
        """;

    private static readonly (WorkKind Kind, string Words)[] Lexicon =
    [
        (WorkKind.Lesson, Lesson),
        (WorkKind.Paper, Paper),
        (WorkKind.Case, Case),
    ];

    private static readonly Dictionary<(WorkKind, string), string> ByWord = Lexicon
        .SelectMany(kind => kind.Words.Split('\n').SelectMany(line => Entries(kind.Kind, line)))
        .GroupBy(entry => entry.Word)
        .ToDictionary(group => group.Key, group => group.First().Key);

    /// <summary>The field a word without blanks announces.</summary>
    public static string? Key(WorkKind kind, string word) =>
        ByWord.GetValueOrDefault((kind, word)) ?? (kind == WorkKind.Lesson ? LabelParts.Key(word) : null);

    /// <summary>The field of a lesson plan a word announces as it is listed here.</summary>
    public static string? Exact(string word) => ByWord.GetValueOrDefault((WorkKind.Lesson, word));

    private static IEnumerable<((WorkKind, string) Word, string Key)> Entries(WorkKind kind, string line)
    {
        var parts = line.Split(": ", 2);
        return parts[^1].Split(' ').Select(word => ((kind, word), parts[0]));
    }
}
