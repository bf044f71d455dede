using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Sections;

/// <summary>On <c>/admin</c>: which schools have not confirmed the new school year.</summary>
public sealed class YearSection(SchoolYears years, YearSheets sheets) : IAdminSection
{
    /// <summary>How many are named; the copied list has them all.</summary>
    public const int Named = 10;

    /// <summary>The schools and the year that is missing.</summary>
    public sealed record Missing(int Year, IReadOnlyList<UnconfirmedSchool> Schools);

    public int Order => 10;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken)
    {
        var schools = user.Can(PeoplePermissions.ManageTeachers) ? await years.UnconfirmedAsync(user, cancellationToken) : [];
        return schools.Count == 0
            ? null
            : new SectionView("_YearSection", new Missing((await sheets.PresentAsync(cancellationToken)).Id, schools));
    }
}
