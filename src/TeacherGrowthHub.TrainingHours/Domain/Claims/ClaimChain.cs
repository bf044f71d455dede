using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>Which organisation acts at which level: school, its county, the city. A city-run school has no county above it, so the city acts for it.</summary>
public static class ClaimChain
{
    private const int CityDepth = 1;
    private const int CountyDepth = 2;

    /// <summary>The organisation whose turn it is at a level.</summary>
    /// <param name="schoolPath">School of the teacher; may be a bureau itself, whose own level is then the lowest.</param>
    public static string ActingAt(ClaimLevel level, string schoolPath) =>
        level switch
        {
            ClaimLevel.School => schoolPath,
            ClaimLevel.County when OrganizationPath.Depth(schoolPath) > CountyDepth => OrganizationPath.Prefix(schoolPath, CountyDepth),
            ClaimLevel.County or ClaimLevel.City => OrganizationPath.Prefix(schoolPath, CityDepth),
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };

    /// <summary>The level after this one; null when this one certifies.</summary>
    public static ClaimLevel? After(this ActivityKind kind, ClaimLevel level) =>
        kind.Steps.Where(step => step > level).Select(step => (ClaimLevel?)step).FirstOrDefault();
}
