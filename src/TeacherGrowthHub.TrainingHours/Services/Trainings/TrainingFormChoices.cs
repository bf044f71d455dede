using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>What the form of a training offers.</summary>
/// <param name="Organizations">That may run it.</param>
/// <param name="Areas">City and counties, whose teachers may come as a whole.</param>
/// <param name="Schools">Single schools around the running organisation.</param>
public sealed record TrainingChoices(
    IReadOnlyList<OrganizationChoice> Organizations,
    IReadOnlyList<ActivityKind> Kinds,
    IReadOnlyList<Organization> Areas,
    IReadOnlyList<Organization> Schools,
    IReadOnlyList<PlanItem> PlanItems
);

/// <summary>Loads what the form of a training offers.</summary>
public sealed class TrainingFormChoices(
    OrganizationChoices organizations,
    PeopleDirectory people,
    SchoolCalendar calendar,
    RuleBook rules,
    TrainingPlans plans
)
{
    private const int CountyDepth = 2;

    public async Task<TrainingChoices> LoadAsync(string? organization, HubUser user, CancellationToken cancellationToken = default)
    {
        var own = await organizations.NearAsync(HoursPermissions.Plan, organization, user, cancellationToken);
        var home = organization is not null && user.Can(HoursPermissions.Plan, organization) ? organization : own[0].Path;
        var open = await people.OpenOrganizationsAsync(cancellationToken);
        var year = await YearAsync(cancellationToken);
        return new TrainingChoices(
            own,
            await KindsAsync(year, cancellationToken),
            [.. open.Where(other => !other.IsSchool)],
            [.. open.Where(other => other.IsSchool && IsNear(home, other.Path))],
            [.. (await plans.OfAsync(home, year, user, cancellationToken)).Select(line => line.Item)]
        );
    }

    /// <summary>Kinds of a year's rules that a training can be.</summary>
    public async Task<IReadOnlyList<ActivityKind>> KindsAsync(int schoolYear, CancellationToken cancellationToken = default) =>
        [.. (await rules.OfAsync(schoolYear, cancellationToken)).Rules.Kinds.Where(kind => kind.Form != ActivityForm.Achievement)];

    /// <summary>The present school year.</summary>
    public async Task<int> YearAsync(CancellationToken cancellationToken = default) =>
        (await calendar.YearOfAsync(calendar.Today, cancellationToken))?.Id ?? calendar.Today.Year;

    // A county's officer picks among the county's schools; the city, which has hundreds, picks counties and its own schools.
    private static bool IsNear(string home, string school) =>
        OrganizationPath.Depth(home) < CountyDepth
            ? OrganizationPath.Parent(school) == home
            : OrganizationPath.Contains(OrganizationPath.Prefix(home, CountyDepth), school);
}
