using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Web.Pages.Help;

/// <summary>What may be uploaded, and what is kept about people.</summary>
[AllowAnonymous]
public sealed class PrivacyModel : HubPageModel;
