using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Pages.Resources;

/// <summary>Page images of a file, to look at it without a download.</summary>
[AllowAnonymous]
public sealed class PagesModel(WorkFileAccess access, ResourceReader reader) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string FileId { get; set; } = "";
    public WorkFile Shown { get; private set; } = null!;
    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var (_, version) = await access.VersionWithFileAsync(Id, FileId, HttpContext.RequestAborted, isPreview: true);
        Shown = version.Files.Single(file => file.Id == FileId);
        Count = (await reader.FileTextsAsync(version, HttpContext.RequestAborted)).GetValueOrDefault(Shown.Hash)?.PageImages.Count ?? 0;
        return Page();
    }
}
