using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Requests;

namespace TeacherGrowthHub.TrainingHours.Api;

/// <summary>Files of evidence, always in a sandbox; who may have one is decided on its claim or request.</summary>
public static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        var files = endpoints.MapGroup("/hours").WithMetadata(new RequireSignedInAttribute()).ExcludeFromDescription();
        files.MapGet("claims/{id:length(26)}/evidence/{file:length(26)}", FileAsync);
        files.MapGet("requests/{id:length(26)}/evidence", RequestFileAsync);
    }

    private static async Task<IResult> FileAsync(
        string id,
        string file,
        HttpContext http,
        EvidenceStore store,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var opened = await store.OpenAsync(id, file, await users.GetAsync(cancellationToken), cancellationToken);
        return Sandboxed(http, opened.Content, opened.Evidence.MediaType, opened.Evidence.Name);
    }

    private static async Task<IResult> RequestFileAsync(
        string id,
        HttpContext http,
        RequestReader reader,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var (request, content) = await reader.EvidenceAsync(id, await users.GetAsync(cancellationToken), cancellationToken);
        return Sandboxed(http, content, request.EvidenceType, request.EvidenceName);
    }

    private static IResult Sandboxed(HttpContext http, Stream content, string mediaType, string name)
    {
        http.Sandbox();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(content, mediaType, name, enableRangeProcessing: true);
    }
}
