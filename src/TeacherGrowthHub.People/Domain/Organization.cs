using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.People.Domain;

/// <summary>What an organisation is in the tree.</summary>
public enum OrganizationKind
{
    /// <summary>市教育体育局.</summary>
    City,

    /// <summary>县(市、区)教育体育局.</summary>
    County,

    /// <summary>School below a county.</summary>
    School,

    /// <summary>市直属学校, directly below the city.</summary>
    CityRunSchool,
}

/// <summary>A node of the tree city → county → school.</summary>
public sealed class Organization
{
    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 80;

    public required string Id { get; init; }

    /// <summary>Lower-case letters, digits and hyphens; unique among siblings; part of the path.</summary>
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required OrganizationKind Kind { get; init; }
    public string? ParentId { get; init; }

    /// <summary>Materialised path of codes, <see cref="OrganizationPath"/>.</summary>
    public required string Path { get; init; }

    /// <summary>学段 codes the school teaches: P1 P2 P3 J S V.</summary>
    public List<string> Stages { get; set; } = [];

    /// <summary>Written by us for trying out; no real institution.</summary>
    public bool IsSample { get; set; }

    public bool IsSchool => Kind is OrganizationKind.School or OrganizationKind.CityRunSchool;
}
