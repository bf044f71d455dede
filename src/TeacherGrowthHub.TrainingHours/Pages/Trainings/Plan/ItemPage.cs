using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Plan;

/// <summary>What the pages for a new and for a known line of the plan share.</summary>
public abstract class ItemPage(TrainingFormChoices choices) : HubPageModel
{
    [BindProperty]
    public PlanItemForm Form { get; set; } = new();
    public IReadOnlyList<ActivityKind> Kinds { get; private set; } = [];

    /// <summary>Where the form goes, whatever handler the page was shown by.</summary>
    public abstract string Address { get; }

    protected async Task OfferAsync(int schoolYear) => Kinds = await choices.KindsAsync(schoolYear, HttpContext.RequestAborted);

    protected static string PlanOf(string path, int year) => $"/trainings/plan?organization={Uri.EscapeDataString(path)}&year={year}";
}
