using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.People.Api;

/// <summary>Workbooks to be downloaded by whoever imports. Each service checks what its caller may have.</summary>
public static class ImportFiles
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapImportFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/admin/imports/template/{kind}", TemplateAsync).ForImporters();
        endpoints.MapGet("/admin/export/{kind}", ExportAsync).ForImporters();
        endpoints.MapGet("/admin/imports/{id}/errors", ErrorsAsync).ForImporters();
    }

    private static void ForImporters(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RequirePermissionAttribute(PeoplePermissions.Enter)).ExcludeFromDescription();

    private static async Task<IResult> TemplateAsync(
        string kind,
        WorkbookTemplate template,
        ImportKinds kinds,
        IHubUserAccessor users,
        IStringLocalizer texts,
        CancellationToken cancellationToken
    )
    {
        var file = await template.CreateAsync(kind, await users.GetAsync(cancellationToken), cancellationToken);
        return Results.File(file, Xlsx, texts["{0}导入模板", texts[kinds.Of(kind).Label].Value] + ".xlsx");
    }

    private static async Task<IResult> ExportAsync(
        string kind,
        int? year,
        WorkbookExport export,
        ImportKinds kinds,
        IHubUserAccessor users,
        IStringLocalizer texts,
        SchoolCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var file = await export.CreateAsync(kind, year, await users.GetAsync(cancellationToken), cancellationToken);
        return Results.File(file, Xlsx, $"{texts[kinds.Of(kind).Label].Value}-{calendar.Today:yyyyMMdd}.xlsx");
    }

    private static async Task<IResult> ErrorsAsync(
        string id,
        ErrorWorkbook errors,
        IHubUserAccessor users,
        IStringLocalizer texts,
        CancellationToken cancellationToken
    ) =>
        Results.File(
            await errors.CreateAsync(id, await users.GetAsync(cancellationToken), cancellationToken),
            Xlsx,
            texts["被拒绝的行"].Value + ".xlsx"
        );
}
