using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;

namespace TeacherGrowthHub.TrainingHours.Pages.Verify;

/// <summary>Whether a certificate is genuine and valid; shows only what its paper shows, to everybody who has its code.</summary>
[AllowAnonymous]
public sealed class CodeModel(CertificateReader reader) : HubPageModel
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Certificate? Certificate { get; private set; }

    public async Task OnGetAsync()
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        // Revoked means revoked at once.
        Response.Headers.CacheControl = "no-store";
        Certificate = await reader.ByCodeAsync(Code, HttpContext.RequestAborted);
        if (Certificate is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
