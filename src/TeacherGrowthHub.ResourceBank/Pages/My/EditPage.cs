using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Covers;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.My;

/// <summary>What the page of a draft needs to be shown, and how its form becomes content.</summary>
public abstract class EditPage(
    WorkLoader works,
    ResourceDrafts drafts,
    Taxonomies taxonomies,
    WorkViews views,
    CaseGate gate,
    CoverIntake covers,
    SiteSettings settings
) : HubPageModel
{
    private bool _hasTyped;

    protected ResourceDrafts Drafts => drafts;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The revision the form was opened with.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public WorkForm Form { get; set; } = new();

    /// <summary>A picture chosen for the cover.</summary>
    [BindProperty]
    public IFormFile? Cover { get; set; }

    public WorkView View { get; private set; } = null!;
    public IReadOnlyList<SubmissionProblem> Missing { get; private set; } = [];
    public IReadOnlyList<CaseFinding> Findings { get; private set; } = [];

    /// <summary>What stands in the store now, when somebody saved in between.</summary>
    public WorkContent? Newer { get; private set; }
    public long MaxFileBytes { get; private set; }

    /// <summary>Shown as text only; what somebody typed meanwhile stays in its form.</summary>
    public bool IsSubmitted => View.Version.State == VersionState.Submitted && !_hasTyped;

    /// <summary>Takes the form, and the picture if one was chosen, into the draft.</summary>
    /// <param name="keepsCover">Whether the draft keeps the picture it has.</param>
    protected async Task<int> SaveAsync(bool keepsCover = true)
    {
        var user = await WhoAsync();
        var work = await works.OwnAsync(Id, user, HttpContext.RequestAborted);
        var content = Form.ToContent(work.Kind, await taxonomies.GetAsync(), work.Editable().Content);
        if (!keepsCover)
            content = content with { Cover = null };
        else if (Cover is not null)
        {
            await using var picture = Cover.OpenReadStream();
            var text = PlainText.OneLine(Form.CoverText);
            content = content with { Cover = await covers.TakeAsync(picture, text, HttpContext.RequestAborted) };
        }
        Revision = await drafts.SaveAsync(Id, Revision, content, user, HttpContext.RequestAborted);
        return Revision;
    }

    /// <returns>False when nothing is being worked on.</returns>
    protected async Task<bool> LoadAsync()
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

    /// <summary>Shows the page again with everything that was typed.</summary>
    protected async Task ShowAgainAsync()
    {
        _hasTyped = true;
        await LoadOpenAsync();
        if (View.Version.Revision == Revision)
            return;
        Newer = View.Content;
        Revision = View.Version.Revision;
        ModelState.Remove(nameof(Revision));
    }

    /// <summary>An act beside the form; the form is shown as it is stored.</summary>
    protected Task<IActionResult> ActAsync(Func<HubUser, Task> act, string next) =>
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

    private async Task LoadOpenAsync()
    {
        if (await LoadAsync() is false)
            throw new RefusedException("这份资源刚刚发布了，要再修改请先建立新版本。返回上一页，刚才的输入还在。")
            {
                Kind = RefusalKind.Conflict,
            };
    }
}
