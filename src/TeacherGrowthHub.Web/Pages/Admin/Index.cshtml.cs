using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People;

namespace TeacherGrowthHub.Web.Pages.Admin;

/// <summary>Administration; the modules put their parts here.</summary>
[RequirePermission(PeoplePermissions.ManageSite)]
public sealed class IndexModel(IEnumerable<IAdminSection> sections, Hosting.OptionalTools tools) : SectionPage<IAdminSection>(sections)
{
    public IReadOnlyList<string> MissingTools { get; } = [.. tools.Missing()];
}
