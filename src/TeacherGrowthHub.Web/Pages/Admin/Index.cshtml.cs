using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People;

namespace TeacherGrowthHub.Web.Pages.Admin;

/// <summary>Administration; the modules put their parts here.</summary>
[RequirePermission(PeoplePermissions.Enter)]
public sealed class IndexModel(IEnumerable<IAdminSection> sections, Hosting.OptionalTools tools) : SectionPage<IAdminSection>(sections)
{
    /// <summary>Optional programs that are not installed: the business of whoever runs the site.</summary>
    public IEnumerable<string> MissingTools => Reader.Can(PeoplePermissions.ManageSite) ? tools.Missing() : [];
}
