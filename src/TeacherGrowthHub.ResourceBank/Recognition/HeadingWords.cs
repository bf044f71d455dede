using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>The words that teachers set over the parts of a document, a line a field; "other" is known and kept beside the form.</summary>
internal static class HeadingWords
{
    private const string Lesson = """
        title: 课题 课题名称 课程名称 活动名称 活动主题 班会主题 辅导主题 教学主题 主题 题目 教学内容 课例名称 活动课题 授课主题 团辅主题 活动题目 教学课题 课名 辅导课题 教案名称 设计主题 课程主题
        grade: 年级 学段 授课年级 适用年级 教学对象 授课对象 活动对象 适用对象 对象 学段年级 学段/年级 适用学段 年级班级 班级 授课班级 参加对象 辅导对象 参与对象 适合年级 适用班级 实施对象 上课年级 上课班级 年段 教学年级 面向对象 参加人员 参与人员 参会人员
        periods: 课时 课时安排 课时数 教学课时 活动课时 课时计划 教学时数 总课时 建议课时 课时建议
        minutes: 时长 活动时间 教学时间 授课时长 活动时长 课时长度 时间 活动用时 课堂时间 用时 教学时长 班会时间 辅导时间 上课时长
        authors: 设计 授课 上课 主备 说课 执教 执教者 执教教师 授课教师 授课人 作者 设计者 教师 教师姓名 设计人 主讲人 任课教师 主讲教师 设计教师 授课者 设计者姓名 教学设计者 主备人 备课人 指导教师 上课教师 设计人姓名 主讲 辅导教师 班主任
        keywords: 关键词 关键字
        ideas: 设计理念 设计思路 理论依据 教学理念 设计意图 活动理念 指导思想 设计背景 活动背景 教学设计思路 理念 设计依据 设计理念与依据 设计理念与理论依据 设计理念/理论依据 理论基础 教材分析 活动设计理念 选题依据 选题背景 主题解析 设计说明 活动设计思路 设计理念及思路 设计理论 教学依据 课程理念 内容分析 教学内容分析 主题分析 设计缘由 设计初衷 活动设计依据 课程背景 背景分析 活动意义 主题背景
        learners: 学情分析 学生分析 学情 学习者分析 对象分析 学生情况分析 学情简析 教学对象分析 学生特点 学生情况 学生学情分析 学情与分析 学生现状 班情分析 班级情况 学生现状分析 学生心理特点 学情背景 学生实际
        goalCognition: 认知目标 知识目标 知识与技能 知识与能力 认知 认知层面 知识与技能目标 知识 认知方面 认识目标 认知目标与知识 知识和技能 认知上 知识层面 认识 知识方面 知
        goalEmotion: 情感目标 情感态度与价值观 情感态度价值观 情感态度目标 情感 情感层面 情感、态度与价值观 情感体验目标 态度目标 情感方面 情感态度 情感体验 态度情感 情感态度方面 情感与态度 情感、态度、价值观 情感态度与价值观目标 态度 体验目标 情
        goalBehaviour: 行为目标 能力目标 技能目标 过程与方法 行为 行为层面 过程与方法目标 技能 能力 行为方面 运用目标 方法目标 行动目标 能力层面 技能层面 能力方面 技能方面 方法与能力 行动 意行 行
        goals: 教学目标 活动目标 目标 辅导目标 学习目标 课程目标 班会目标 教学目的 活动目的 目标设定 班会目的 教育目标 目的 目的与目标 培养目标 课时目标 本课目标 辅导目的 素养目标 核心目标 教学目标设计 活动目标设计 学习目的
        keyPoints: 教学重点 重点 活动重点 辅导重点 学习重点 本课重点 重点内容
        difficultPoints: 教学难点 难点 活动难点 辅导难点 学习难点 本课难点 难点内容
        points: 教学重难点 重难点 教学重点难点 重点难点 教学重点与难点 教学重点和难点 活动重难点 重点与难点 教学重、难点 重、难点 教学重点、难点 辅导重难点 重点和难点 教学重点及难点 重点及难点 重点/难点 教学重点/难点 重点、难点 活动重点与难点 活动重点难点 教学的重点和难点 活动重点和难点 教学重难点分析
        preparation: 教学准备 课前准备 活动准备 准备 教具准备 材料准备 教学资源 教具 器材准备 班会准备 教学用具 准备工作 资源准备 学具准备 教学媒体 活动器材 教学材料 活动材料 材料 物品准备 课前准备工作 活动道具 器材 道具准备 教学工具 所需材料 场地与材料 场地与器材 媒体准备 教具学具
        process: 活动安排 教学安排 内容安排 教学过程 活动过程 教学流程 过程 教学步骤 活动流程 教学环节 辅导过程 班会过程 活动步骤 教学活动过程 教学过程设计 活动设计 实施过程 教学实施 班会流程 团辅过程 流程 教学活动 教学设计过程 课堂实录 教学环节设计 活动内容 活动实施 活动程序 教学程序 操作过程 实施步骤 辅导流程 课堂流程 教学过程与方法设计 教学过程及设计意图 活动过程设计 教学流程设计 活动环节 课堂过程 辅导步骤 具体过程 活动实录 班会活动过程
        board: 板书设计 板书 板书内容 板书提纲 黑板设计 板书纲要
        reflection: 教学反思 课后反思 反思 活动反思 教后反思 课后小记 教学后记 教学评价与反思 反思与改进 课后记 活动总结与反思 课后总结 教学小结与反思 课后感悟 教学反思与改进 活动后记 反思总结 辅导反思 班会反思 课堂反思 活动后反思 教学体会 效果与反思 教后记 教学札记 教学随笔 教后感 课后札记
        safety: 安全提示 注意事项 安全预案 温馨提示 安全须知 特别提醒 安全提醒 安全注意事项 安全保障 伦理提示 特别说明
        other: 教材依据 基本信息 课程信息 课程基本信息 基本情况 活动信息 班会总结 班主任总结 活动总结 教学方法 教法学法 教法 学法 作业布置 作业设计 课后作业 课后延伸 拓展延伸 参考资料 参考文献 附件 附录 课型 教学评价 活动形式 活动地点 地点 学习单 所属领域 主题领域 日期 课后拓展 活动方式 家庭作业 学科 学校 单位 教学策略 教与学的方法 设计特色 课后任务 作业 学科领域 领域 授课地点 评价方式 活动评价 活动延伸 延伸活动 教学延伸 课后活动 教学手段 教材版本 使用教材 教材 性别 人数 班级人数 活动人数 备注 编号 类型 课程类型 内容领域 辅导形式 辅导方式 活动类型 点评 专家点评 评析 教学特色 教学模式 学习单设计 学习方法 教学方法与手段 方法 上课地点 所在学校 学校名称 工作单位 班会地点 活动场地 场地 班会形式 课前调查 评价设计 课堂评价 教学资料 拓展资料 资料链接 推荐资源 课后练习 课后实践 实践作业 家校共育 设计亮点 教学亮点 创新点 二次备课 复备 复备栏 个性化修改 个性修改 修改意见 个案补充 集体备课意见
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
