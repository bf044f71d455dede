namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Longer labels by their parts: 本课|教学|目标|设定. The core names the field; what stands around it does not change that.</summary>
internal static class LabelParts
{
    private const int MaxLabel = 14;
    private const int MaxWithEnding = 10;

    private static readonly string[] Before =
    [
        .. "选题 创作 使用 课时 教学 活动 班会 辅导 团辅 团体 单元 学习 课程 课堂 本课 本节课 本节 本次 课例 授课 上课 设计 主题 教案 实施 心理 教育 培养 训练 预期 具体 总体 课前 课后 教后 建议 适用 适合 参与 参加 面向 核心 素养 活动后 所需 主要 本 课 基本 说 微课 游戏 剧目 剧本 演出 的 班级 队会 环境 前期 师生 整体 项目 专题 负责 任课 带班 指导 主讲 参赛 参评 申报 推荐 展示 演出 系列 讲座 沙龙 作品 方案".Split(
            ' '
        ),
    ];

    private static readonly string[] Behind =
    [
        .. "目标 层面 方面 维度 设计 分析 说明 阐述 设定 简述 概述 安排 预设 要求 简析 解读 确定 的确定 制定 表 部分 内容 陈述 描述 定位 的设计 及分析 与分析 及说明 与说明 和说明 的分析 记录 情况 清单 建议 名称 展示 实施 预期 及其分析 概况".Split(
            ' '
        ),
    ];

    private static readonly string[] Joints = ["与", "和", "及", "、", "/", "／", "＋", "+"];

    private static readonly Dictionary<string, string> Cores = """
        title: 课题 题目 名称 主题 课名 标题 剧名
        grade: 年级 学段 对象 班级 年段
        periods: 课时 课时数 总课时 次数
        minutes: 时间 时长 用时
        authors: 执教 执教者 执教人 教师 作者 编剧 设计者 主讲人 设计人 备课人 主备人 领导者 带领者 授课人 带领人 老师 说课人 说课教师 撰稿 撰写人 编写 编写者 执笔 执笔人 组织者 编写人 姓名 负责人  教学人员 授课人员 导演
        hosts: 主持人 主持
        ideas: 理论支撑 支撑 设想 内容分析 教材分析 文本分析 写在前面 前言 引言 理念 思路 依据 背景 意图 教材 缘起 缘由 初衷 理论 意义 思想 说教材 简介 由来 内容简介 剧情简介 指导思想
        learners: 对象分析 学生分析 学情 学习者 班情 学习者特征
        goals: 目标 目的 任务
        goalCognition: 认知 知识 知识技能 知识能力
        goalEmotion: 情感 态度 情意 情感态度 态度价值观 情感态度价值观 心理品质 情绪情感 情感体验
        goalBehaviour: 行为 能力 技能 过程方法 方法过程 行动 方法技能 行为习惯 技能方法 能力方法 运用
        keyPoints: 重点
        difficultPoints: 难点
        points: 重难点 重点难点 难重点
        preparation: 准备 用具 教具 道具 材料 器材 资源 媒体 工具 学具 物品 物料 场地布置 准备工作 环境创设 用品
        process: 实施 剧情 正文 情节 脚本 过程 流程 步骤 程序 环节 内容与过程 经过
        board: 板书 黑板
        reflection: 反思 后记 小记 札记 随笔 随想 追记 思考 感悟 心得 教学后思 得失
        safety: 贴士 小贴士 注意事项 提示 预案 须知 提醒 安全 规则与安全 伦理
        other: 建议 课标 课标要求 方法 教法 学法 教学法 作业 延伸 拓展 资料 文献 附件 附录 课型 评价 形式 地点 场地 学科 学校 单位 日期 点评 评析 特色 亮点 版本 性质 人数 策略 类型 领域 模式 册别 进度 序号 编号 备注 出处 来源 频率 手段 内容 理由 招募 契约 规则 角色 人物 布景 场景 周次 节次
        """.Split('\n').Select(line => line.Split(": ", 2)).SelectMany(parts =>
        parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, parts[0]))
    ).ToDictionary();

    // What a marked label may end with, whatever stands before it: 学后反思, 预期学习目标.
    private static readonly string[] Endings =
    [
        .. "重难点 重点 难点 目标 准备 过程 流程 反思 理念 思路 学情 板书 对象 目的 依据 背景 须知 延伸 作业 附件 附录 资料 文献 点评".Split(
            ' '
        ),
    ];

    /// <summary>The field of a marked label by its ending, or null.</summary>
    public static string? KeyOfEnding(string word) =>
        word.Length > MaxWithEnding ? null
        : Endings.FirstOrDefault(word.EndsWith) is { } ending ? HeadingWords.Exact(ending) ?? Core(ending)
        : word.Split(Joints, 2, StringSplitOptions.RemoveEmptyEntries) is { Length: 2 } parts
            ? parts.Select(part => HeadingWords.Exact(part) ?? Core(part)).FirstOrDefault(key => key is not null and not Headings.Ignored)
        : null;

    /// <summary>The field of a label without blanks, or null.</summary>
    public static string? Key(string word)
    {
        if (word.Length is < 2 or > MaxLabel)
            return null;
        if (Core(word) is { } key)
            return key;
        var parts = word.Split(Joints, 2, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
            return null;
        var keys = parts.Select(part => HeadingWords.Exact(part) ?? Core(part)).ToArray();
        return keys.All(part => part is "keyPoints" or "difficultPoints" || parts[Array.IndexOf(keys, part)] == "重")
            && keys.Contains("difficultPoints")
                ? "points"
            : keys.Any(part => part is null) ? null
            : keys.FirstOrDefault(part => part != Headings.Ignored) ?? Headings.Ignored;
    }

    private static string? Core(string word)
    {
        if (Cores.TryGetValue(word, out var key) || Cores.TryGetValue(string.Concat(word.Split(Joints, StringSplitOptions.None)), out key))
            return key;
        return Before.Where(word.StartsWith).Select(part => Core(word[part.Length..])).FirstOrDefault(found => found is not null)
            ?? Behind.Where(word.EndsWith).Select(part => Core(word[..^part.Length])).FirstOrDefault(found => found is not null);
    }
}
