using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Pages.Admin.Teachers;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.My;

/// <summary>A teacher asks for the own record to be corrected; the school confirms.</summary>
[RequireSignedIn]
public sealed class CorrectionModel(Corrections corrections) : HubPageModel, ITeacherFormPage
{
    [BindProperty]
    public TeacherForm Form { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The request that is taken back.</summary>
    [BindProperty]
    public string Line { get; set; } = "";
    public Teacher Teacher { get; private set; } = null!;
    public IReadOnlyList<CorrectionRequest> Earlier { get; private set; } = [];
    public CorrectionRequest? Open { get; private set; }
    public string? MaskedMobile => Teacher.Mobile is { } mobile ? MobileNumber.Mask(mobile) : null;
    public bool AsksNumber => false;

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Form = TeacherForm.Of(Teacher.Profile);
    }

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                var present = (await corrections.OwnAsync(user, HttpContext.RequestAborted)).Profile;
                await corrections.FileAsync(Form.ToProfile(present), Note, user, HttpContext.RequestAborted);
                Done("已提交，学校确认后生效，结果会通知您。");
                return LocalRedirect("/my/correction");
            },
            ShowAsync
        );

    public Task<IActionResult> OnPostWithdrawAsync() =>
        AttemptAsync(
            async () =>
            {
                await corrections.WithdrawAsync(Line, await WhoAsync(), HttpContext.RequestAborted);
                Done("已撤回。");
                return LocalRedirect("/my/correction");
            },
            OnGetAsync
        );

    private async Task ShowAsync()
    {
        Teacher = await corrections.OwnAsync(await WhoAsync(), HttpContext.RequestAborted);
        var all = await corrections.OfAsync(Teacher.Id, HttpContext.RequestAborted);
        Open = all.FirstOrDefault(request => request.State == CorrectionState.Open);
        Earlier = [.. all.Where(request => request.State != CorrectionState.Open)];
    }
}
