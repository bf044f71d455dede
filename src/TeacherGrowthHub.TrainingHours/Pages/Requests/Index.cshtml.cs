using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Pages.Claims;
using TeacherGrowthHub.TrainingHours.Services.Requests;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Requests;

/// <summary>A teacher's requests: exemption, hours from another region, made-up pre-service hours.</summary>
[RequirePermission(HoursPermissions.Claim)]
[FormSizeLimit(40L << 20)]
public sealed class IndexModel(HourRequests requests, RuleBook book, SchoolCalendar calendar) : HubPageModel
{
    public sealed class RequestInput
    {
        public RequestKind Kind { get; set; }
        public int SchoolYear { get; set; }
        public DateOnly? From { get; set; }
        public DateOnly? To { get; set; }
        public string? ExemptionKind { get; set; }
        public DutyKind? Duty { get; set; }
        public string? ActivityKind { get; set; }
        public string? Title { get; set; }
        public decimal? Hours { get; set; }
        public bool IsMentalHealth { get; set; }
        public string? Reason { get; set; }
    }

    [BindProperty]
    public RequestInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<HourRequest> Own { get; private set; } = [];
    public IReadOnlyList<SchoolYear> Years { get; private set; } = [];
    public RuleSet? Rules { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var form = new RequestForm(
                    Input.Kind,
                    Input.SchoolYear,
                    Input.From,
                    Input.To,
                    Input.ExemptionKind,
                    Input.Duty,
                    Input.ActivityKind,
                    Input.Title,
                    Input.Hours,
                    Input.IsMentalHealth,
                    Input.Reason
                );
                await requests.SubmitAsync(form, ClaimInput.FilesOf(Files).FirstOrDefault(), await WhoAsync(), HttpContext.RequestAborted);
                Done("申请已提交，由县级教育体育局决定。");
                return RedirectToPage();
            },
            LoadAsync
        );

    public Task<IActionResult> OnPostWithdrawAsync(string request) =>
        AttemptAsync(
            async () =>
            {
                await requests.WithdrawAsync(request, await WhoAsync(), HttpContext.RequestAborted);
                Done("申请已撤回。");
                return RedirectToPage();
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        Own = await requests.OwnAsync(await WhoAsync(), HttpContext.RequestAborted);
        Years = [.. (await calendar.YearsAsync(HttpContext.RequestAborted)).Where(year => year.Start <= calendar.Today).Reverse()];
        if (Years.Count > 0)
            Rules = (await book.OfAsync(Years[0].Id, HttpContext.RequestAborted)).Rules;
    }
}
