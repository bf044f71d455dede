using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Pages.Figures;

/// <summary>汇总表: a school's teachers, or a county's schools, on A4 with places for seal and signature.</summary>
[RequirePermission(HoursPermissions.ViewFigures)]
public sealed class SummaryModel(FigureReader reader, FigurePeople people, OrganizationChoices choices, SchoolCalendar calendar)
    : HubPageModel
{
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public FigureBoard Board { get; private set; } = null!;
    public IReadOnlyList<FigurePerson> Teachers { get; private set; } = [];
    public IReadOnlyList<OrganizationChoice> Choices { get; private set; } = [];
    public DateOnly Today => calendar.Today;

    public async Task OnGetAsync()
    {
        var (user, cancelled) = (await WhoAsync(), HttpContext.RequestAborted);
        Board = await reader.OfAsync(At, Year, null, user, cancelled);
        if (Board.Organization.IsSchool)
            Teachers = await people.OfSchoolAsync(Board.Organization.Path, Board.Year.Id, cancelled);
        Choices = await choices.NearAsync(HoursPermissions.ViewFigures, Board.Organization.Path, user, cancelled);
    }
}
