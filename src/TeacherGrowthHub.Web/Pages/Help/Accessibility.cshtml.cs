using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages.Help;

/// <summary>What the site does for everybody's access.</summary>
[AllowAnonymous]
public sealed class AccessibilityModel : HubPageModel;
