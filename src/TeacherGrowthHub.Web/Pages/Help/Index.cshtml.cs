using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages.Help;

/// <summary>How to use the site.</summary>
[AllowAnonymous]
public sealed class IndexModel : HubPageModel;
