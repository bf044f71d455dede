namespace TeacherGrowthHub.Web.Hosting;

/// <summary>The description of the HTTP API at <c>/openapi/v1.json</c>.</summary>
public static class HubOpenApi
{
    public static IServiceCollection AddHubOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            }
        );
}
