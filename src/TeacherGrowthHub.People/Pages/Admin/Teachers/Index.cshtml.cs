using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Teachers;

/// <summary>The teachers within one's scope, filtered and paged.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
public sealed class IndexModel(TeacherList list, OrganizationChoices organizations) : HubPageModel
{
    /// <summary>In place of an organisation: teachers without a present school.</summary>
    public const string NoSchool = "none";

    /// <summary>Path of an organisation, or <see cref="NoSchool"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "org")]
    public string? Organization { get; set; }

    [BindProperty(SupportsGet = true, Name = "duty")]
    public DutyKind? Duty { get; set; }

    /// <summary>专职 or 兼职.</summary>
    [BindProperty(SupportsGet = true, Name = "post")]
    public DutyKind? Appointment { get; set; }

    [BindProperty(SupportsGet = true, Name = "stage")]
    public string? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "title")]
    public string? TitleOfPost { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")]
    public TeacherStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public TeacherPage List { get; private set; } = null!;
    public IReadOnlyList<OrganizationChoice> Choices { get; private set; } = [];
    public bool KeepsTheCity { get; private set; }
    public bool IsFiltered => Request.Query.Any(pair => pair.Key != "p" && pair.Value.ToString().Length > 0);

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        KeepsTheCity = user.KeepsTheCity();
        var filter = new TeacherFilter
        {
            Organization = OrganizationPath.IsPath(Organization) ? Organization : null,
            WithoutSchool = Organization == NoSchool,
            Duty = Duty,
            Appointment = Appointment,
            Stage = Stage,
            Title = TitleOfPost,
            Status = Status,
            Text = Text,
        };
        List = await list.PageAsync(filter, Number, user, HttpContext.RequestAborted);
        Choices = await organizations.NearAsync(PeoplePermissions.ManageTeachers, filter.Organization, user, HttpContext.RequestAborted);
    }

    /// <summary>The address of another page of the same list.</summary>
    public string AddressOf(int page) =>
        QueryHelpers.AddQueryString(
            "/admin/teachers",
            Request
                .Query.Where(pair => pair.Key != "p" && pair.Value.ToString().Length > 0)
                .Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value.ToString()))
                .Append(KeyValuePair.Create("p", (string?)page.ToString(CultureInfo.InvariantCulture)))
        );
}
