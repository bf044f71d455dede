using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Whose chat groups a robot speaks in.</summary>
public enum RobotKind
{
    /// <summary>企业微信.</summary>
    WeCom,

    /// <summary>钉钉.</summary>
    DingTalk,
}

/// <summary>A robot of a chat group, which takes messages at an address of its own.</summary>
public sealed class GroupRobot
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    public string Id { get; set; } = "";

    /// <summary>What people call the group.</summary>
    public string Name { get; set; } = "";
    public RobotKind Kind { get; set; }

    /// <summary>The address with its key: who has it can write into the group.</summary>
    public string Url { get; set; } = "";

    /// <summary>The secret that signs messages (钉钉 加签); empty where the robot asks for none.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The organisation whose group it is, <see cref="OrganizationPath"/>.</summary>
    public string Path { get; set; } = "";
}

/// <summary>Settings section: all robots.</summary>
public sealed class GroupRobotSettings
{
    public List<GroupRobot> Robots { get; set; } = [];
}
