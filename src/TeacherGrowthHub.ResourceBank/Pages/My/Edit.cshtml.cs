using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Covers;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.My;

/// <summary>The working version of one's own work: check what was read, complete it, preview, submit. Saves itself.</summary>
[RequirePermission(ResourcePermissions.Author)]
[FormSizeLimit(MaxFormBytes)]
[RequestSizeLimit(MaxFormBytes)]
public sealed class EditModel(
    WorkLoader works,
    ResourceDrafts drafts,
    Taxonomies taxonomies,
    WorkViews views,
    CaseGate gate,
    CoverIntake covers,
    FormFilling filling,
    DraftParts parts,
    SiteSettings settings
) : EditPage(works, drafts, taxonomies, views, gate, covers, settings)
{
    /// <summary>More than a cover may have, so that a larger picture is refused beside its field with everything typed kept.</summary>
    public const long MaxFormBytes = 50L << 20;

    private string Address => $"/my/resources/{Id}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is false)
            return LocalRedirect($"/resources/{Id}");
        Form = WorkForm.From(View.Content);
        Revision = View.Version.Revision;
        return Page();
    }

    public Task<IActionResult> OnPostSaveAsync() => SaveAsync("草稿已保存。", Address);

    public Task<IActionResult> OnPostCoverAsync() => SaveAsync(Cover is null ? "草稿已保存。" : "封面已换成您的图片。", Address + "#cover");

    public Task<IActionResult> OnPostRemoveCoverAsync() => SaveAsync("封面已恢复为自动画的。", Address + "#cover", keepsCover: false);

    public Task<IActionResult> OnPostPreviewAsync() => SaveAsync(null, Address + "/preview");

    /// <summary>Saves for the script; answers the new revision.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync() =>
        ModelState.IsValid ? new JsonResult(new { revision = await SaveAsync() }) : new UnprocessableEntityResult();

    public Task<IActionResult> OnPostSubmitAsync() =>
        AttemptAsync(
            async () =>
            {
                await SaveAsync();
                await Drafts.SubmitAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
                Done("已提交，审核后会通知您。");
                return LocalRedirect("/my/resources");
            },
            ShowAgainAsync
        );

    public Task<IActionResult> OnPostRecallAsync() => ActAsync(user => Drafts.RecallAsync(Id, user), Address);

    public Task<IActionResult> OnPostDeleteAsync() => ActAsync(user => Drafts.DeleteDraftAsync(Id, user), "/my/resources");

    public Task<IActionResult> OnPostRemoveFileAsync(string fileId = "") =>
        ActAsync(user => parts.RemoveFileAsync(Id, fileId, user), Address);

    public Task<IActionResult> OnPostKeepAsync(string passage = "") => ActAsync(user => parts.KeepFindingAsync(Id, passage, user), Address);

    public Task<IActionResult> OnPostReplaceAsync(string passage = "", string replacement = "") =>
        ActAsync(user => filling.ReplaceAsync(Id, passage, replacement, user), Address);

    private Task<IActionResult> SaveAsync(string? done, string next, bool keepsCover = true) =>
        AttemptAsync(
            async () =>
            {
                await SaveAsync(keepsCover);
                if (done is not null)
                    Done(done);
                return LocalRedirect(next);
            },
            ShowAgainAsync
        );
}
