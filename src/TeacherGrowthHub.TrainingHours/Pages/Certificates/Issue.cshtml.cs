using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Certificates;

/// <summary>Issuing: one teacher's year or one activity, or the year of a whole organisation; first a look at what it will say.</summary>
[RequirePermission(HoursPermissions.Issue)]
public sealed class IssueModel(
    CertificateFaces faces,
    CertificateIssuing issuing,
    CertificateBatches batches,
    TeacherLookup lookup,
    OrganizationChoices choices,
    HourYears begun,
    SiteAddress site
) : HubPageModel
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];
    public IReadOnlyList<OrganizationChoice> Choices { get; private set; } = [];

    /// <summary>The year's certificate of the named teacher, as it would be now.</summary>
    public CertificateFace? Face { get; private set; }

    /// <summary>How many teachers of the chosen organisation would get one.</summary>
    public int? Count { get; private set; }

    public int Chosen => Year ?? Years[0].Id;

    public async Task<IActionResult> OnGetAsync() =>
        await AttemptAsync(
            async () =>
            {
                await LoadAsync();
                var user = await WhoAsync();
                if (!string.IsNullOrWhiteSpace(Number))
                    Face = (await faces.OfAsync([await WishAsync(null)], user, HttpContext.RequestAborted)).Single().Face;
                else if (At is not null && Choices.Any(choice => choice.Path == At))
                    Count = await batches.CountAsync(At, Chosen, user, HttpContext.RequestAborted);
                return Page();
            },
            LoadAsync
        );

    /// <summary>Issues one teacher's year, or one line of it.</summary>
    public Task<IActionResult> OnPostOneAsync(int? line) =>
        AttemptAsync(
            async () =>
            {
                await LoadAsync();
                var wish = await WishAsync(line);
                var issued = await issuing.IssueAsync([wish], site.Value, await WhoAsync(), cancellationToken: HttpContext.RequestAborted);
                if (issued.Count == 0)
                    throw new RefusedException("已经有一张内容相同的有效证明") { Kind = RefusalKind.Conflict };
                Done("已开具 {0}，教师会收到通知。", issued[0].Number);
                return Redirect($"/certificates/{issued[0].Id}");
            },
            LoadAsync
        );

    /// <summary>Issues the year of everybody in the organisation, in the background.</summary>
    public Task<IActionResult> OnPostAllAsync() =>
        AttemptAsync(
            async () =>
            {
                await LoadAsync();
                var batch = await batches.StartAsync(At ?? "", Chosen, site.Value, await WhoAsync(), HttpContext.RequestAborted);
                return Redirect($"/certificates/batches/{batch.Id}");
            },
            LoadAsync
        );

    private async Task<CertificateWish> WishAsync(int? line)
    {
        var number = Number?.Trim() ?? "";
        return (await lookup.ByNumberAsync([number], HttpContext.RequestAborted)).TryGetValue(number, out var teacher)
            ? new CertificateWish(teacher, Chosen, line)
            : throw new RefusedException("没有工号为“{0}”的教师", number) { Field = nameof(Number) };
    }

    private async Task LoadAsync()
    {
        Years = await begun.BegunAsync(HttpContext.RequestAborted);
        if (Years.Count == 0)
            throw new RefusedException("还没有学时规则") { Kind = RefusalKind.NotFound };
        Choices = await choices.NearAsync(HoursPermissions.Issue, At, await WhoAsync(), HttpContext.RequestAborted);
    }
}
