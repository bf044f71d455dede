using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>Attributes as they stand in a form.</summary>
public sealed class OrganizationForm
{
    public string? Name { get; set; }
    public List<string> Stages { get; set; } = [];
    public bool IsUrban { get; set; }
    public bool IsLegalPerson { get; set; }
    public bool IsBoarding { get; set; }
    public int? Classes { get; set; }
    public int? Students { get; set; }
    public int? AutumnWeeks { get; set; }
    public int? SpringWeeks { get; set; }

    /// <summary>What is stored, to be changed.</summary>
    public static OrganizationForm Of(OrganizationProfile profile) =>
        new()
        {
            Name = profile.Name,
            Stages = [.. profile.Stages],
            IsUrban = profile.IsUrban,
            IsLegalPerson = profile.IsLegalPerson,
            IsBoarding = profile.IsBoarding,
            Classes = profile.Classes,
            Students = profile.Students,
            AutumnWeeks = profile.AutumnWeeks,
            SpringWeeks = profile.SpringWeeks,
        };

    /// <summary>What was typed; an office has a name only.</summary>
    public OrganizationProfile Profile(bool isSchool) =>
        isSchool
            ? new OrganizationProfile(Name, Stages, IsUrban, IsLegalPerson, IsBoarding, Classes, Students, AutumnWeeks, SpringWeeks)
            : new OrganizationProfile(Name, []);
}
