using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Pages.Trainings.Manage;

/// <summary>What the pages for a new and for a known training share: the form and what it offers.</summary>
public abstract class TrainingFormPage(TrainingFormChoices choices) : HubPageModel
{
    private const int RowsToFill = 2;

    [BindProperty]
    public TrainingForm Form { get; set; } = new();
    public TrainingChoices Choices { get; private set; } = null!;

    /// <summary>Whether the running organisation may be chosen.</summary>
    public abstract bool IsNew { get; }

    /// <summary>More empty rows for sessions, with everything typed kept; stores nothing.</summary>
    public async Task<IActionResult> OnPostRowsAsync()
    {
        ModelState.Clear();
        await OfferAsync();
        AddRows();
        return Page();
    }

    protected async Task OfferAsync()
    {
        Choices = await choices.LoadAsync(Form.Organization, await WhoAsync(), HttpContext.RequestAborted);
        if (Form.Sessions.Count == 0)
            AddRows();
    }

    private void AddRows() => Form.Sessions.AddRange(Enumerable.Range(0, RowsToFill).Select(_ => new TrainingForm.SessionForm()));
}
