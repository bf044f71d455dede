using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages.Help;

/// <summary>What may be uploaded, and the notice about personal information (PIPL article 17): what, why, how long, who, which rights.</summary>
[AllowAnonymous]
public sealed class PrivacyModel(SiteSettings settings) : HubPageModel
{
    public SiteProfile Site { get; private set; } = new();

    /// <summary>Months that the audit trail is kept.</summary>
    public int AuditMonths { get; private set; }

    public async Task OnGetAsync()
    {
        Site = await settings.GetAsync<SiteProfile>(HttpContext.RequestAborted);
        AuditMonths = (await settings.GetAsync<AuditRetention>(HttpContext.RequestAborted)).KeptMonths();
    }
}
