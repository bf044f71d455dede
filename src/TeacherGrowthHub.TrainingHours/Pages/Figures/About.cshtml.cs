using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours.Pages.Figures;

/// <summary>数据口径: what each figure counts and what it does not.</summary>
[RequirePermission(HoursPermissions.ViewFigures)]
public sealed class AboutModel : HubPageModel;
