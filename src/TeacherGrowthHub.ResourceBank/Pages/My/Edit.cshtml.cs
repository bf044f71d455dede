using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.My;

/// <summary>The working version of one's own work: check what was read, complete it, preview, submit. Saves itself.</summary>
[RequirePermission(ResourcePermissions.Author)]
public sealed class EditModel(
    WorkLoader works,
    ResourceDrafts drafts,
    Taxonomies taxonomies,
    WorkViews views,
    CaseGate gate,
    FormFilling filling,
    SiteSettings settings
) : HubPageModel
{
    private bool _hasTyped;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The revision the form was opened with.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public WorkForm Form { get; set; } = new();

    public WorkView View { get; private set; } = null!;
    public IReadOnlyList<SubmissionProblem> Missing { get; private set; } = [];
    public IReadOnlyList<CaseFinding> Findings { get; private set; } = [];

    /// <summary>What stands in the store now, when somebody saved in between.</summary>
    public WorkContent? Newer { get; private set; }
    public long MaxFileBytes { get; private set; }

    /// <summary>Shown as text only; what somebody typed meanwhile stays in its form.</summary>
    public bool IsSubmitted => View.Version.State == VersionState.Submitted && !_hasTyped;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is false)
            return LocalRedirect($"/resources/{Id}");
        Form = WorkForm.From(View.Content);
        Revision = View.Version.Revision;
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync() =>
        AttemptAsync(
            async () =>
            {
                await SaveAsync();
                Done("草稿已保存。");
                return LocalRedirect($"/my/resources/{Id}");
            },
            ShowAgainAsync
        );

    /// <summary>Saves for the script; answers the new revision.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync() =>
        ModelState.IsValid ? new JsonResult(new { revision = await SaveAsync() }) : new UnprocessableEntityResult();

    public Task<IActionResult> OnPostPreviewAsync() =>
        AttemptAsync(
            async () =>
            {
                await SaveAsync();
                return LocalRedirect($"/my/resources/{Id}/preview");
            },
            ShowAgainAsync
        );

    public Task<IActionResult> OnPostSubmitAsync() =>
        AttemptAsync(
            async () =>
            {
                await SaveAsync();
                await drafts.SubmitAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
                Done("已提交，审核后会通知您。");
                return LocalRedirect("/my/resources");
            },
            ShowAgainAsync
        );

    public Task<IActionResult> OnPostRecallAsync() => ActAsync(user => drafts.RecallAsync(Id, user), $"/my/resources/{Id}");

    public Task<IActionResult> OnPostDeleteAsync() => ActAsync(user => drafts.DeleteDraftAsync(Id, user), "/my/resources");

    public Task<IActionResult> OnPostRemoveFileAsync(string fileId = "") =>
        ActAsync(user => drafts.RemoveFileAsync(Id, fileId, user), $"/my/resources/{Id}");

    public Task<IActionResult> OnPostKeepAsync(string passage = "") =>
        ActAsync(user => drafts.KeepFindingAsync(Id, passage, user), $"/my/resources/{Id}");

    public Task<IActionResult> OnPostReplaceAsync(string passage = "", string replacement = "") =>
        ActAsync(user => filling.ReplaceAsync(Id, passage, replacement, user), $"/my/resources/{Id}");

    private async Task<int> SaveAsync()
    {
        var user = await WhoAsync();
        var work = await works.OwnAsync(Id, user, HttpContext.RequestAborted);
        var content = Form.ToContent(work.Kind, await taxonomies.GetAsync(), work.Editable().Content);
        Revision = await drafts.SaveAsync(Id, Revision, content, user, HttpContext.RequestAborted);
        return Revision;
    }

    private async Task<bool> LoadAsync()
    {
        var work = await works.OwnAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        if (work.Working is not { } version)
            return false;
        View = await views.OfAsync(work, version, HttpContext.RequestAborted);
        Missing = SubmissionRules.Problems(work.Kind, version.Content, version.Files.Count);
        Findings = await gate.FindingsAsync(work, version, HttpContext.RequestAborted);
        MaxFileBytes = (await settings.GetAsync<ResourceSettings>()).MaxFileBytes;
        return true;
    }

    private async Task LoadOpenAsync()
    {
        if (await LoadAsync() is false)
            throw new RefusedException("这份资源刚刚发布了，要再修改请先建立新版本。返回上一页，刚才的输入还在。")
            {
                Kind = RefusalKind.Conflict,
            };
    }

    private async Task ShowAgainAsync()
    {
        _hasTyped = true;
        await LoadOpenAsync();
        if (View.Version.Revision == Revision)
            return;
        Newer = View.Content;
        Revision = View.Version.Revision;
        ModelState.Remove(nameof(Revision));
    }

    private Task<IActionResult> ActAsync(Func<HubUser, Task> act, string next) =>
        AttemptAsync(
            async () =>
            {
                await act(await WhoAsync());
                return LocalRedirect(next);
            },
            async () =>
            {
                await LoadOpenAsync();
                Form = WorkForm.From(View.Content);
            }
        );
}
