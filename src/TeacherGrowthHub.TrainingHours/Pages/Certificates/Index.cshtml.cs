using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Certificates;

/// <summary>The certificates of the officer's scope.</summary>
[RequirePermission(HoursPermissions.Issue)]
public sealed class IndexModel(CertificateReader reader, HourYears begun) : HubPageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public CertificateState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "look")]
    public bool Look { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public CertificatePage Found { get; private set; } = null!;
    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var filter = new CertificateFilter(Text, Year, State, Look, P);
        Found = await reader.PageAsync(filter, await WhoAsync(), HttpContext.RequestAborted);
        Years = await begun.BegunAsync(HttpContext.RequestAborted);
    }

    public string AddressOf(int page) =>
        QueryHelpers.AddQueryString(
            "/certificates",
            new Dictionary<string, string?>
            {
                ["q"] = Text,
                ["year"] = Year?.ToString(),
                ["state"] = State?.ToString(),
                ["look"] = Look ? "true" : null,
                ["p"] = page > 1 ? page.ToString() : null,
            }
        );
}
