using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.People.Pages.Admin.Imports;

/// <summary>Begins an import: choose what, take the template, upload; one's earlier imports, those that wait for a second person; exports.</summary>
[RequirePermission(PeoplePermissions.Enter)]
[FormSizeLimit(MaxFormBytes)]
[RequestSizeLimit(MaxFormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxFormBytes)]
public sealed class IndexModel(ImportService imports, ImportBatches batches, ImportKinds kinds) : HubPageModel
{
    /// <summary>A little more than the longest workbook, so that one too long is told so beside the field.</summary>
    public const long MaxFormBytes = 64L << 20;

    /// <summary>What the workbook holds.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Workbook { get; set; }
    public IReadOnlyList<IImportKind> Kinds { get; private set; } = [];
    public IReadOnlyList<ImportBatch> Batches { get; private set; } = [];

    /// <summary>Others' batches that wait for this person's word.</summary>
    public IReadOnlyList<ImportBatch> Waiting { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Kinds = kinds.For(user);
        Kind ??= Kinds.Select(kind => kind.Code).FirstOrDefault();
        Batches = await batches.MineAsync(user, HttpContext.RequestAborted);
        Waiting = await batches.WaitingForAsync(user, HttpContext.RequestAborted);
    }

    /// <summary>Source text of what a batch holds.</summary>
    public string LabelOf(ImportBatch batch) => kinds.Of(batch.Kind).Label;

    public Task<IActionResult> OnPostAsync() =>
        AttemptAsync(
            async () =>
            {
                var kind = Kind ?? throw new RefusedException("请选择要导入的数据") { Field = "Kind" };
                var file = Workbook ?? throw new RefusedException("请选择文件") { Field = "File" };
                await using var content = file.OpenReadStream();
                var id = await imports.UploadAsync(kind, file.FileName, content, await WhoAsync(), HttpContext.RequestAborted);
                return LocalRedirect($"/admin/imports/{id}");
            },
            OnGetAsync
        );
}
