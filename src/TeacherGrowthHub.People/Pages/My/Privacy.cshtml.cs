using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Privacy;

namespace TeacherGrowthHub.People.Pages.My;

/// <summary>The person's rights: consents, what is kept, download of everything, correction, closing.</summary>
[RequireSignedIn]
[NotWhenActing]
public sealed class PrivacyModel(HubDbContext database, Consents consents, PersonalDataExport export, TimeProvider clock) : HubPageModel
{
    public Domain.Account Account { get; private set; } = null!;
    public IReadOnlyList<Consent> Given { get; private set; } = [];
    public bool HasAgreed => Given.Any(consent => consent.Version == PrivacyNotice.Version && consent.WithdrawnAt is null);

    public async Task OnGetAsync()
    {
        var id = (await WhoAsync()).AccountId!;
        Account = await database.Set<Domain.Account>().AsNoTracking().Include(account => account.Teacher).SingleAsync(a => a.Id == id);
        Given = await consents.OfAsync(id, HttpContext.RequestAborted);
    }

    /// <summary>Everything about the person as a zip, sent while it is written.</summary>
    public async Task<IActionResult> OnPostDownloadAsync()
    {
        // The zip's own directory is written synchronously.
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=my-data-{clock.GetUtcNow():yyyyMMdd}.zip";
        Response.Headers.CacheControl = "private, no-store";
        await export.WriteAsync(Response.Body, await WhoAsync(), HttpContext.RequestAborted);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        await consents.WithdrawAsync(await WhoAsync(), HttpContext.RequestAborted);
        Done("已撤回同意。再次同意之前，只能查看本页、下载数据或注销账号。");
        return LocalRedirect("/my/privacy");
    }
}
