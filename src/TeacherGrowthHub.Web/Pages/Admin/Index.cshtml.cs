using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People;

namespace TeacherGrowthHub.Web.Pages.Admin;

/// <summary>Administration: what waits, by organisation, and the parts the modules put here.</summary>
[RequirePermission(PeoplePermissions.Enter)]
public sealed class IndexModel(IEnumerable<IAdminSection> sections, WaitingTable waiting, Hosting.OptionalTools tools)
    : SectionPage<IAdminSection>(sections)
{
    public WaitingTable Waiting { get; } = waiting;

    /// <summary>Optional programs that are not installed: the business of whoever runs the site.</summary>
    public IEnumerable<string> MissingTools => Reader.Can(PeoplePermissions.ManageSite) ? tools.Missing() : [];

    public override async Task OnGetAsync()
    {
        await base.OnGetAsync();
        await Waiting.LoadAsync(Reader, HttpContext.RequestAborted);
    }
}
