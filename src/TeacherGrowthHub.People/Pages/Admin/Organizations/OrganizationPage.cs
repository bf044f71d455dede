using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;

namespace TeacherGrowthHub.People.Pages.Admin.Organizations;

/// <summary>What the pages about one organisation share: the organisation, who asks, the day and the document of a change.</summary>
public abstract class OrganizationPage(OrganizationRecord record, SchoolCalendar calendar) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>From which day a change holds.</summary>
    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>The document that ordered it.</summary>
    [BindProperty]
    public string? Document { get; set; }

    /// <summary>What the page shows.</summary>
    public OrganizationView View { get; private set; } = null!;
    public Organization Organization => View.Organization;
    public HubUser Reader { get; private set; } = HubUser.Guest;
    public DateOnly Today => calendar.Today;

    protected OrganizationRecord Record => record;
    protected OrganizationAct Act => new(On, Document);

    /// <summary>Loads the organisation; refuses whoever may not see it.</summary>
    protected async Task LoadAsync()
    {
        Reader = await WhoAsync();
        View = await record.ViewAsync(Id, Reader, HttpContext.RequestAborted);
    }

    /// <summary>The page of the organisation.</summary>
    protected IActionResult Back(string? id = null) => LocalRedirect($"/admin/organizations/{id ?? Id}");
}
