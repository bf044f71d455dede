using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

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
                options.AddDocumentTransformer(DescribeAsync);
            }
        );

    private static Task DescribeAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "TeacherGrowthHub",
            Version = "v1",
            Description = "Lesson plans, papers and cases of a city's mental-health-education teachers: find, read, upload, review.",
            Contact = new OpenApiContact { Name = "The owner of the site" },
        };
        foreach (var server in document.Servers ?? [])
            server.Url = server.Url?.TrimEnd('/');
        return Task.CompletedTask;
    }
}
