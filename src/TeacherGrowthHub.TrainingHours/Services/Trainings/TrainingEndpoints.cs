using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Files of trainings: calendars, homework, the year's plan.</summary>
public static class TrainingEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapTrainings(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/trainings/{id:length(26)}/calendar.ics", OneAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/trainings/feed/{token}/calendar.ics", FeedAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints
            .MapGet("/trainings/{id:length(26)}/homework/{teacher:length(26)}", HomeworkAsync)
            .WithMetadata(new RequireSignedInAttribute())
            .ExcludeFromDescription();
        endpoints
            .MapGet("/trainings/plan/export", PlanAsync)
            .WithMetadata(new RequirePermissionAttribute(HoursPermissions.Plan))
            .ExcludeFromDescription();
    }

    private static async Task<IResult> OneAsync(
        string id,
        HttpRequest request,
        TrainingLoader trainings,
        CancellationToken cancellationToken
    )
    {
        var training = await trainings.PublicAsync(id, cancellationToken);
        return File(CalendarFile.Write([training], SiteOf(request), training.Title), "training.ics");
    }

    private static async Task<IResult> FeedAsync(
        string token,
        HttpContext http,
        CalendarFeeds feeds,
        IStringLocalizer texts,
        CancellationToken cancellationToken
    )
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return await feeds.ReadAsync(token, cancellationToken) is { } trainings
            ? File(CalendarFile.Write(trainings, SiteOf(http.Request), texts["我的培训"]), "trainings.ics")
            : Results.NotFound();
    }

    private static async Task<IResult> HomeworkAsync(
        string id,
        string teacher,
        HttpContext http,
        Homeworks homeworks,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var (content, name) = await homeworks.FileAsync(id, teacher, await users.GetAsync(cancellationToken), cancellationToken);
        http.Sandbox();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(content, "application/octet-stream", name);
    }

    private static async Task<IResult> PlanAsync(
        string organization,
        int year,
        PlanWorkbook workbook,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var content = await workbook.CreateAsync(organization, year, await users.GetAsync(cancellationToken), cancellationToken);
        return Results.Stream(content, Workbook, $"training-plan-{year}.xlsx");
    }

    private static IResult File(string calendar, string name) =>
        Results.File(Encoding.UTF8.GetBytes(calendar), CalendarFile.MediaType, name);

    private static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
