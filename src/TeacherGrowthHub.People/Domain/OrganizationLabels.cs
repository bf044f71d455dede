namespace TeacherGrowthHub.People.Domain;

/// <summary>Chinese source texts of kinds and events.</summary>
public static class OrganizationLabels
{
    /// <summary>What an organisation is.</summary>
    public static string Label(this OrganizationKind kind) =>
        kind switch
        {
            OrganizationKind.City => "市教育体育局",
            OrganizationKind.County => "县（市、区）教育体育局",
            OrganizationKind.CityRunSchool => "市直属学校",
            _ => "学校",
        };

    /// <summary>What befell it.</summary>
    public static string Label(this OrganizationEventKind kind) =>
        kind switch
        {
            OrganizationEventKind.Created => "新建",
            OrganizationEventKind.Renamed => "更名",
            OrganizationEventKind.Moved => "调整隶属",
            OrganizationEventKind.Merged => "并入其他单位",
            OrganizationEventKind.Closed => "关闭",
            _ => "恢复",
        };
}
