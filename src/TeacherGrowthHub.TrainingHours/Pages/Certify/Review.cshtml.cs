using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.TrainingHours.Pages.Certify;

/// <summary>One claim with its evidence and what the site finds about it; certified, passed on, returned or refused, then the next one.</summary>
[RequirePermission(HoursPermissions.Check)]
public sealed class ReviewModel(
    ClaimLoader claims,
    ClaimQueue queue,
    ClaimDecisions decisions,
    ClaimCertification certification,
    ClaimCorrections corrections,
    EvidenceStore store,
    StandingReader standings
) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public decimal? Granted { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Shown beside the queue instead of on a page of its own.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Panel { get; set; }

    /// <summary>Where the queue was, with its filter; empty goes on to the next claim.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public ClaimRow Row { get; private set; } = null!;
    public Claim Claim => Row.Claim;
    public IReadOnlyList<ClaimEvidence> Evidence { get; private set; } = [];
    public IReadOnlyList<ClaimStep> Steps { get; private set; } = [];
    public TeacherStanding? Standing { get; private set; }
    public bool MayAct { get; private set; }
    public bool MayCertify { get; private set; }
    public bool MayReverse { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostCertifyAsync() =>
        ActAsync(async user =>
        {
            var granted = new Dictionary<string, Hours> { [Id] = Amount() };
            var selection = await certification.CertifyAsync([Id], user, granted, cancellationToken: HttpContext.RequestAborted);
            if (selection.LeftOut is [var left, ..])
                throw new RefusedException(left.Reason) { Kind = RefusalKind.Conflict };
            Done("已认定 {0} 学时。", selection.Hours.ToString());
        });

    public Task<IActionResult> OnPostPassOnAsync() =>
        ActAsync(async user =>
        {
            await decisions.PassOnAsync(Id, Amount(), user, HttpContext.RequestAborted);
            Done("初核通过，已转上一级。");
        });

    public Task<IActionResult> OnPostReturnAsync() =>
        ActAsync(async user =>
        {
            await decisions.ReturnAsync(Id, Reason, user, HttpContext.RequestAborted);
            Done("已退回，教师会收到通知。");
        });

    public Task<IActionResult> OnPostRefuseAsync() =>
        ActAsync(async user =>
        {
            await decisions.RefuseAsync(Id, Reason, user, HttpContext.RequestAborted);
            Done("已记为不予认定，教师会收到通知。");
        });

    public Task<IActionResult> OnPostReverseAsync() =>
        ActAsync(async user =>
        {
            await corrections.ReverseAsync(Id, Reason, user, HttpContext.RequestAborted);
            Done("认定已撤销。");
        });

    public Task<IActionResult> OnPostCorrectAsync() =>
        ActAsync(async user =>
        {
            await corrections.CorrectAsync(Id, Amount(), Reason, user, HttpContext.RequestAborted);
            Done("学时已更正。");
        });

    private Hours Amount() =>
        Granted is { } typed && Hours.Of(typed) is { } hours
            ? hours
            : throw new RefusedException("学时应是最多两位小数的数") { Field = nameof(Granted) };

    private Task<IActionResult> ActAsync(Func<HubUser, Task> act) =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                var claim = await claims.ShownAsync(Id, user, HttpContext.RequestAborted);
                var next = await queue.NextAsync(claim, user, HttpContext.RequestAborted);
                await act(user);
                var onwards = next is null ? "/certify" : $"/certify/{next}";
                return LocalRedirect(Url.IsLocalUrl(Back) ? Back : onwards);
            },
            LoadAsync
        );

    private async Task LoadAsync()
    {
        var user = await WhoAsync();
        var claim = await claims.ShownAsync(Id, user, HttpContext.RequestAborted);
        if (!ClaimLoader.IsOfficerOf(claim, user))
            throw ClaimLoader.NotFound();
        Row = (await queue.RowsAsync([claim], HttpContext.RequestAborted)).Single();
        Evidence = await store.OfAsync(Id, HttpContext.RequestAborted);
        Steps = await claims.StepsAsync(claim, HttpContext.RequestAborted);
        Standing = await standings.OfAsync(claim.TeacherId, claim.SchoolYear, HttpContext.RequestAborted);
        MayAct = ClaimLoader.MayAct(claim, user);
        MayCertify = ClaimLoader.MayCertify(claim, await claims.KindOfAsync(claim, HttpContext.RequestAborted), user);
        MayReverse =
            claim.State == ClaimState.Certified && claim.TeacherId != user.TeacherId && user.Can(HoursPermissions.Certify, claim.Path);
        Granted ??= claim.GrantedHundredths / 100m;
    }
}
