using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Pages.Figures;

/// <summary>Counts of city and counties for everybody.</summary>
[AllowAnonymous]
public sealed class PublicModel(PublicFigures figures) : HubPageModel
{
    public PublicBoard Board { get; private set; } = null!;

    public async Task OnGetAsync() => Board = await figures.ReadAsync(HttpContext.RequestAborted);
}
