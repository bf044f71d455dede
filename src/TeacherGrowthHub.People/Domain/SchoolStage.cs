namespace TeacherGrowthHub.People.Domain;

/// <summary>学段 codes and their names, as the taxonomy has them.</summary>
public static class SchoolStage
{
    /// <summary>Names by code, in the order of a school life.</summary>
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["P1"] = "小学低段",
        ["P2"] = "小学中段",
        ["P3"] = "小学高段",
        ["J"] = "初中",
        ["S"] = "高中",
        ["V"] = "中职",
    };
}
