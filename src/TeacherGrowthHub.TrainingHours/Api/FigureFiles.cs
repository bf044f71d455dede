using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Api;

/// <summary>The figures as a workbook to be downloaded.</summary>
public static class FigureFiles
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapFigureFiles(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/figures/workbook", WorkbookAsync)
            .WithMetadata(new RequirePermissionAttribute(HoursPermissions.ViewFigures))
            .ExcludeFromDescription();

    private static async Task<IResult> WorkbookAsync(
        string? at,
        int? year,
        FigureWorkbook workbook,
        IHubUserAccessor users,
        IStringLocalizer texts,
        SchoolCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var file = await workbook.CreateAsync(at, year, await users.GetAsync(cancellationToken), cancellationToken);
        return Results.File(file, Xlsx, $"{texts["学时数据"].Value}-{calendar.Today:yyyyMMdd}.xlsx");
    }
}
