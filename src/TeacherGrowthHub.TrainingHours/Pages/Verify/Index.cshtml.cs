using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Pages.Verify;

/// <summary>Where the code of a paper is typed in.</summary>
[AllowAnonymous]
public sealed class IndexModel : HubPageModel
{
    public IActionResult OnGet(string? code) =>
        string.IsNullOrWhiteSpace(code) ? Page() : Redirect("/verify/" + Uri.EscapeDataString(CertificateCode.Read(code) ?? code.Trim()));
}
