using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>Figures are about a city or a county, not about its bureau.</summary>
public static class AreaNames
{
    private const string Bureau = "教育体育局";

    /// <summary>隆阳区 for 隆阳区教育体育局; a school's name as it is.</summary>
    public static string Area(this Organization organization) =>
        !organization.IsSchool && organization.Name.Length > Bureau.Length && organization.Name.EndsWith(Bureau, StringComparison.Ordinal)
            ? organization.Name[..^Bureau.Length]
            : organization.Name;
}
