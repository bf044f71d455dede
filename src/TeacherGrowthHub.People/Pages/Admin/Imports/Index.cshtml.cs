using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.People.Pages.Admin.Imports;

/// <summary>Begins an import: choose what, take the template, upload; one's earlier imports; exports.</summary>
[RequirePermission(PeoplePermissions.Enter)]
[FormSizeLimit(MaxFormBytes)]
[RequestSizeLimit(MaxFormBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MaxFormBytes)]
public sealed class IndexModel(ImportService imports) : HubPageModel
{
    /// <summary>A little more than the longest workbook, so that one too long is told so beside the field.</summary>
    public const long MaxFormBytes = 64L << 20;

    /// <summary>What the workbook holds.</summary>
    [BindProperty]
    public ImportKind? Kind { get; set; }

    [BindProperty(Name = "File")]
    public IFormFile? Workbook { get; set; }
    public IReadOnlyList<ImportKind> Kinds { get; private set; } = [];
    public IReadOnlyList<ImportBatch> Batches { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Kinds = ImportService.KindsOf(user);
        Kind ??= Kinds.Cast<ImportKind?>().FirstOrDefault();
        Batches = await imports.MineAsync(user, HttpContext.RequestAborted);
    }

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
