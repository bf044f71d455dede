using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.People.Api;

/// <summary>Workbooks to be downloaded by administrators. Each service checks what its caller may have.</summary>
public static class ImportFiles
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapImportFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/admin/imports/template/{kind}", TemplateAsync).ForAdministrators();
        endpoints.MapGet("/admin/export/{kind}", ExportAsync).ForAdministrators();
        endpoints.MapGet("/admin/imports/{id}/errors", ErrorsAsync).ForAdministrators();
    }

    private static void ForAdministrators(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RequirePermissionAttribute(PeoplePermissions.Enter)).ExcludeFromDescription();

    private static async Task<IResult> TemplateAsync(
        string kind,
        WorkbookTemplate template,
        IHubUserAccessor users,
        IStringLocalizer texts,
        CancellationToken cancellationToken
    )
    {
        var user = await users.GetAsync(cancellationToken);
        var known = KindOf(kind);
        if (!ImportService.KindsOf(user).Contains(known))
            throw new RefusedException("您没有导入这类数据的权限") { Kind = RefusalKind.Forbidden };
        var file = await template.CreateAsync(known, user, cancellationToken);
        return Results.File(file, Xlsx, texts["{0}导入模板", texts[known.Label()].Value] + ".xlsx");
    }

    private static async Task<IResult> ExportAsync(
        string kind,
        WorkbookExport export,
        IHubUserAccessor users,
        IStringLocalizer texts,
        SchoolCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var known = KindOf(kind);
        var file = await export.CreateAsync(known, await users.GetAsync(cancellationToken), cancellationToken);
        return Results.File(file, Xlsx, $"{texts[known.Label()].Value}-{calendar.Today:yyyyMMdd}.xlsx");
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

    private static ImportKind KindOf(string text) =>
        Enum.GetValues<ImportKind>().Where(kind => string.Equals($"{kind}", text, StringComparison.OrdinalIgnoreCase)) is var found
        && found.Any()
            ? found.First()
            : throw new RefusedException("没有这种工作簿") { Kind = RefusalKind.NotFound };
}
