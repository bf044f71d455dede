using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>
/// The tus 1.0 protocol (core, creation, termination) at <c>/api/v1/uploads</c>. Every request but OPTIONS carries
/// <c>Tus-Resumable</c>, a header that no foreign page can send without a preflight, so no anti-forgery token is needed.
/// </summary>
public static class TusEndpoints
{
    private const string Version = "1.0.0";
    private const string PatchType = "application/offset+octet-stream";
    private const string Base = "/api/v1/uploads";

    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        var uploads = endpoints.MapGroup(Base).WithTags("Uploads").WithMetadata(new RequirePermissionAttribute(ResourcePermissions.Author));
        uploads.AddEndpointFilter(SpeakTusAsync);
        uploads.MapPost("", CreateAsync).WithName("createUpload").WithSummary("Open an upload").DisableAntiforgery();
        uploads.MapMethods("{id}", [HttpMethods.Head], OffsetAsync).WithName("uploadOffset").WithSummary("Bytes received");
        uploads.MapPatch("{id}", AppendAsync).WithName("appendUpload").WithSummary("Send bytes").DisableAntiforgery();
        uploads.MapDelete("{id}", DeleteAsync).WithName("deleteUpload").WithSummary("Forget an upload");
        endpoints
            .MapMethods(Base, [HttpMethods.Options], DescribeAsync)
            .WithName("describeUploads")
            .WithSummary("Protocol and limits")
            .WithTags("Uploads")
            .AllowAnonymous();
    }

    private static async ValueTask<object?> SpeakTusAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers["Tus-Resumable"] = Version;
        if (http.Request.Headers["Tus-Resumable"] == Version)
            return await next(context);
        http.Response.Headers["Tus-Version"] = Version;
        return Results.StatusCode(StatusCodes.Status412PreconditionFailed);
    }

    [EndpointDescription("Says which protocol is spoken and how large a file may be.")]
    private static async Task<IResult> DescribeAsync(HttpResponse response, SiteSettings settings)
    {
        response.Headers["Tus-Resumable"] = Version;
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,termination";
        response.Headers["Tus-Max-Size"] = (await settings.GetAsync<ResourceSettings>()).MaxFileBytes.ToString(
            CultureInfo.InvariantCulture
        );
        return Results.NoContent();
    }

    [EndpointDescription("Opens an upload of Upload-Length bytes; Upload-Metadata carries filename and work (the draft), base64 each.")]
    private static async Task<IResult> CreateAsync(
        HttpRequest request,
        HttpResponse response,
        UploadStore uploads,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        if (!long.TryParse(request.Headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new RefusedException("上传请求缺少文件长度");
        var metadata = TusMetadata.Read(request.Headers["Upload-Metadata"].ToString());
        var session = await uploads.CreateAsync(
            metadata.GetValueOrDefault("work", ""),
            metadata.GetValueOrDefault("filename", ""),
            length,
            await users.GetAsync(cancellationToken),
            cancellationToken
        );
        response.Headers.Location = $"{Base}/{session.Id}";
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    [EndpointDescription("Answers in Upload-Offset how many bytes have arrived.")]
    private static async Task<IResult> OffsetAsync(
        string id,
        HttpResponse response,
        UploadStore uploads,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var session = await uploads.FindAsync(id, await users.GetAsync(cancellationToken), cancellationToken);
        response.Headers["Upload-Offset"] = uploads.Offset(session).ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Length"] = session.Length.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        return Results.Ok();
    }

    [EndpointDescription("Appends bytes at Upload-Offset; the last ones move the file into the draft and answer its id in Hub-File.")]
    private static async Task<IResult> AppendAsync(
        string id,
        HttpContext http,
        UploadStore uploads,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        if (http.Request.ContentType != PatchType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (!long.TryParse(http.Request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
            throw new RefusedException("上传请求缺少位置");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        var user = await users.GetAsync(cancellationToken);
        var session = await uploads.FindAsync(id, user, cancellationToken);
        var received = await uploads.AppendAsync(session, offset, http.Request.Body, cancellationToken);
        http.Response.Headers["Upload-Offset"] = received.ToString(CultureInfo.InvariantCulture);
        if (received == session.Length)
            http.Response.Headers["Hub-File"] = (await uploads.FinishAsync(session, user, cancellationToken)).Id;
        return Results.NoContent();
    }

    [EndpointDescription("Forgets an upload and its bytes.")]
    private static async Task<IResult> DeleteAsync(
        string id,
        UploadStore uploads,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        await uploads.RemoveAsync(
            await uploads.FindAsync(id, await users.GetAsync(cancellationToken), cancellationToken),
            cancellationToken
        );
        return Results.NoContent();
    }
}
