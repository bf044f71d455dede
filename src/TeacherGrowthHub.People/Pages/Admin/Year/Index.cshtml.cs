using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Year;

/// <summary>The new school year of one school: last year's duties carried forward, corrected, confirmed.</summary>
[RequirePermission(PeoplePermissions.ManageTeachers)]
[RequestFormLimits(ValueCountLimit = MostFields)]
public sealed class IndexModel(YearSheets sheets, SchoolYears years, OrganizationChoices organizations) : HubPageModel
{
    // A tick and a class name for each of some thousand teachers.
    private const int MostFields = 10_000;
    private const string ClassPrefix = "Class.";
    private YearChoice? _typed;

    [BindProperty(SupportsGet = true)]
    public string? School { get; set; }

    /// <summary>Of the sheet that was shown.</summary>
    [BindProperty]
    public string? Fingerprint { get; set; }
    public YearSheet? Sheet { get; private set; }
    public IReadOnlyList<Organization> Schools { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Schools = await organizations.SchoolsAsync(PeoplePermissions.ManageTeachers, user, HttpContext.RequestAborted);
        if (string.IsNullOrEmpty(School) && Schools.Count == 1)
            School = Schools[0].Path;
        if (!string.IsNullOrEmpty(School))
            Sheet = await sheets.SheetAsync(School, user, HttpContext.RequestAborted);
    }

    public Task<IActionResult> OnPostAsync()
    {
        _typed = new YearChoice(
            Request.Form["Keep"].OfType<string>().ToHashSet(),
            Request
                .Form.Where(pair => pair.Key.StartsWith(ClassPrefix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[ClassPrefix.Length..], pair => pair.Value.ToString())
        );
        return AttemptAsync(
            async () =>
            {
                await years.ConfirmAsync(School, _typed, Fingerprint, await WhoAsync(), HttpContext.RequestAborted);
                Done("已确认。以后有变动，改完再确认一次即可。");
                return LocalRedirect("/admin/year?school=" + Uri.EscapeDataString(School!));
            },
            OnGetAsync
        );
    }

    /// <summary>Lines of some kinds.</summary>
    public IEnumerable<YearLine> Lines(params DutyKind[] kinds) => Sheet!.Lines.Where(line => kinds.Contains(line.Kind));

    /// <summary>Whether the box is ticked: everything, until somebody has typed.</summary>
    public bool IsKept(YearLine line) => _typed?.Kept.Contains(line.Key) ?? true;

    public string? ClassOf(YearLine line) => _typed is null ? line.Duty?.ClassName : _typed.Classes.GetValueOrDefault(line.Key);
}
