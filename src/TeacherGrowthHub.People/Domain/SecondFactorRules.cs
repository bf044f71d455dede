namespace TeacherGrowthHub.People.Domain;

/// <summary>Settings section: whose sign-in asks for a second factor, besides system administrators in Production.</summary>
public sealed class SecondFactorRules
{
    /// <summary>Names of further roles whose holders must have one.</summary>
    public List<string> Roles { get; set; } = [];
}
