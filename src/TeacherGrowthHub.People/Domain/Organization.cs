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

    /// <summary>Longest code, in characters.</summary>
    public const int MaxCodeLength = 40;

    public required string Id { get; init; }

    /// <summary>Lower-case letters, digits and hyphens; unique among siblings; part of the path.</summary>
    public required string Code { get; set; }
    public required string Name { get; set; }
    public required OrganizationKind Kind { get; set; }
    public string? ParentId { get; set; }

    /// <summary>Materialised path of codes, <see cref="OrganizationPath"/>; changes when the organisation moves.</summary>
    public required string Path { get; set; }

    /// <summary>Place among its siblings in lists, ascending; null comes after those that have one. See <see cref="TreeOrder"/>.</summary>
    public int? Order { get; set; }

    /// <summary>学段 codes the school teaches: P1 P2 P3 J S V.</summary>
    public List<string> Stages { get; set; } = [];

    /// <summary>城区学校: in the denominator of the urban coverage (policy item 二, by the end of 2025).</summary>
    public bool IsUrban { get; set; }

    /// <summary>法人学校: in the denominator of the full coverage (by the end of 2026); a teaching point is not.</summary>
    public bool IsLegalPerson { get; set; } = true;

    /// <summary>寄宿制: dormitory committee members are asked for.</summary>
    public bool IsBoarding { get; set; }

    /// <summary>Number of classes; null when not reported.</summary>
    public int? Classes { get; set; }

    /// <summary>Number of students enrolled, a count and nothing more; null when not reported.</summary>
    public int? Students { get; set; }

    /// <summary>Teaching weeks of the autumn term; null takes the calendar's.</summary>
    public int? AutumnWeeks { get; set; }

    /// <summary>Teaching weeks of the spring term; null takes the calendar's.</summary>
    public int? SpringWeeks { get; set; }

    /// <summary>First day on which it no longer exists; null while it does. An organisation is closed, never deleted.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The organisation it was merged into, if it was.</summary>
    public string? SuccessorId { get; set; }

    /// <summary>Written by us for trying out; no real institution.</summary>
    public bool IsSample { get; set; }

    /// <summary>The attributes all together.</summary>
    public OrganizationProfile Profile =>
        new(Name, Stages, IsUrban, IsLegalPerson, IsBoarding, Classes, Students, AutumnWeeks, SpringWeeks);

    /// <summary>Takes over a profile that has been <see cref="OrganizationProfile.Checked"/>.</summary>
    public void Apply(OrganizationProfile profile)
    {
        (Name, Stages) = (profile.Name!, [.. profile.Stages]);
        (IsUrban, IsLegalPerson, IsBoarding) = (profile.IsUrban, profile.IsLegalPerson, profile.IsBoarding);
        (Classes, Students) = (profile.Classes, profile.Students);
        (AutumnWeeks, SpringWeeks) = (profile.AutumnWeeks, profile.SpringWeeks);
    }

    /// <summary>Puts it below another organisation; a school's kind follows its place. See <see cref="OrganizationPlace"/>.</summary>
    public void MoveBelow(Organization parent, string code)
    {
        Kind = OrganizationPlace.KindBelow(this, parent);
        (ParentId, Code, Path) = (parent.Id, code, OrganizationPath.Child(parent.Path, code));
    }

    /// <summary>Ends it with the day, as part of a successor if there is one; without a day it goes on.</summary>
    public void Close(DateOnly? day, string? successorId = null) => (ClosedOn, SuccessorId) = (day, successorId);

    /// <summary>Takes the end back. People and things that went to a successor stay there.</summary>
    public void Reopen() => Close(null);

    /// <summary>Whether it exists on that day.</summary>
    public bool IsOpen(DateOnly day) => ClosedOn is null || day < ClosedOn;

    public bool IsSchool => Kind is OrganizationKind.School or OrganizationKind.CityRunSchool;
}
