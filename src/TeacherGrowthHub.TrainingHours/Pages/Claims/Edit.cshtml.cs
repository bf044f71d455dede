using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Claims;

/// <summary>A claim of one's own: written, submitted, followed, mended, withdrawn, reconsidered.</summary>
[RequirePermission(HoursPermissions.Claim)]
[FormSizeLimit(180L << 20)]
public sealed class EditModel(
    ClaimLoader claims,
    ClaimFiling filing,
    ClaimWriting writing,
    EvidenceStore store,
    RuleBook book,
    SchoolCalendar calendar
) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public Claim? Claim { get; private set; }
    public ClaimFieldsView? Fields { get; private set; }
    public IReadOnlyList<ClaimEvidence> Evidence { get; private set; } = [];
    public IReadOnlyList<ClaimStep> Steps { get; private set; } = [];
    public DateOnly Today => calendar.Today;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Claim is not null)
        {
            Input = ClaimInput.Of(Claim);
            await LoadFieldsAsync();
        }
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync() => FileAsync(submit: false, "草稿已保存。");

    public Task<IActionResult> OnPostSubmitAsync() => FileAsync(submit: true, "已提交，审核结果会通知您。");

    public Task<IActionResult> OnPostRemoveAsync(string evidence) =>
        AttemptAsync(
            async () =>
            {
                await store.RemoveAsync(Id!, evidence, await WhoAsync(), HttpContext.RequestAborted);
                return RedirectToPage(new { Id });
            },
            LoadAsync
        );

    public Task<IActionResult> OnPostWithdrawAsync() =>
        ActAsync(user => writing.WithdrawAsync(Id!, user, HttpContext.RequestAborted), "申报已撤回。");

    public Task<IActionResult> OnPostReconsiderAsync() =>
        ActAsync(user => writing.ReconsiderAsync(Id!, Reason, user, HttpContext.RequestAborted), "已申请复核。");

    private Task<IActionResult> FileAsync(bool submit, string done) =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                var id = await filing.FileAsync(
                    Id,
                    user.TeacherId,
                    Input.ToForm(),
                    ClaimInput.FilesOf(Files),
                    submit,
                    user,
                    HttpContext.RequestAborted
                );
                Done(done);
                return RedirectToPage("/Claims/Edit", new { id });
            },
            LoadAsync
        );

    private Task<IActionResult> ActAsync(Func<HubUser, Task> act, string done) =>
        AttemptAsync(
            async () =>
            {
                await act(await WhoAsync());
                Done(done);
                return RedirectToPage(new { Id });
            },
            async () =>
            {
                await LoadAsync();
                Input = ClaimInput.Of(Claim!);
                await LoadFieldsAsync();
            }
        );

    private async Task LoadAsync()
    {
        if (Id is not null)
        {
            var user = await WhoAsync();
            Claim = await claims.ShownAsync(Id, user, HttpContext.RequestAborted);
            if (!ClaimLoader.IsWriter(Claim, user))
                throw ClaimLoader.NotFound();
            Evidence = await store.OfAsync(Id, HttpContext.RequestAborted);
            Steps = await claims.StepsAsync(Claim, HttpContext.RequestAborted);
        }
        await LoadFieldsAsync();
    }

    private async Task LoadFieldsAsync()
    {
        var day = Input.To ?? Input.From ?? calendar.Today;
        var year =
            await calendar.YearOfAsync(day, HttpContext.RequestAborted)
            ?? await calendar.YearOfAsync(calendar.Today, HttpContext.RequestAborted);
        if (year is null)
            return;
        var rules = (await book.OfAsync(year.Id, HttpContext.RequestAborted)).Rules;
        Fields = new ClaimFieldsView(this, Input, rules, Evidence, ClaimForm.IsLate(year, rules, calendar.Today));
    }
}
