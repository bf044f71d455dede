using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.My;

/// <summary>Begins a work: choose a kind, drop files. Scripts upload resumably; without them this form does.</summary>
[RequirePermission(ResourcePermissions.Author)]
[FormSizeLimit(MaxFormBytes)]
[RequestSizeLimit(MaxFormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxFormBytes)]
public sealed class NewModel(ResourceDrafts drafts, FileIntake intake, SiteSettings settings) : HubPageModel
{
    /// <summary>Without the resumable upload a form may carry so many bytes at once.</summary>
    public const long MaxFormBytes = 200L << 20;

    [BindProperty]
    public string Kind { get; set; } = "lesson";

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];
    public long MaxFileBytes { get; private set; }

    public async Task OnGetAsync() => MaxFileBytes = (await settings.GetAsync<ResourceSettings>()).MaxFileBytes;

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var user = await WhoAsync();
                var profile = KindProfile.Find(Kind) ?? throw new RefusedException("请选择资源类型") { Field = "Kind" };
                await CheckFilesAsync();
                var work = await drafts.CreateAsync(profile.Kind, new WorkContent(), user);
                foreach (var file in Files)
                {
                    await using var content = file.OpenReadStream();
                    await intake.AddAsync(work.Id, file.FileName, content, user, HttpContext.RequestAborted);
                }
                return LocalRedirect($"/my/resources/{work.Id}");
            },
            OnGetAsync
        );

    // All before the first is taken, so that a refusal leaves no draft behind.
    private async Task CheckFilesAsync()
    {
        await intake.CheckCountAsync(Files.Count, HttpContext.RequestAborted);
        foreach (var file in Files)
        {
            await using var content = file.OpenReadStream();
            await intake.CheckAsync(file.FileName, content, HttpContext.RequestAborted);
        }
    }
}
