namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>Whether a licence asks for the author's name.</summary>
public static class Attribution
{
    /// <summary>Stands in the place of a name taken off.</summary>
    public const string Anonymous = "佚名教师";

    /// <summary>Whether the licence of that code has the element BY (署名): then the name stays for as long as the work does.</summary>
    public static bool IsAskedBy(string license) => license.Split('-').Contains("BY");
}
