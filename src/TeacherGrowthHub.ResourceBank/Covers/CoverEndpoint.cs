using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Covers;

/// <summary>Pictures of covers, by the key of the picture: who may see the version may see its cover.</summary>
public static class CoverEndpoint
{
    private const string Public = "public, max-age=3600";
    private const string Private = "private, no-store";

    public static void MapCovers(this IEndpointRouteBuilder endpoints) =>
        // A public route: who may have the picture is decided on the work itself.
        endpoints.MapGet("/resources/{id:length(26)}/cover/{hash:length(64)}", CoverAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> CoverAsync(
        string id,
        string hash,
        HttpContext http,
        HubDbContext database,
        IBlobStore blobs,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var holders = await (
            from version in database.Set<WorkVersion>()
            where version.WorkId == id && (version.CoverLarge == hash || version.CoverSmall == hash)
            join work in database.Set<Work>() on version.WorkId equals work.Id
            select new Holder(work.Kind, work.Visibility, work.OwnerId, work.OrganizationPath, version.State)
        ).ToListAsync(cancellationToken);
        var user = await users.GetAsync(cancellationToken);
        var isPublic = holders.Exists(holder => holder.IsFor(HubUser.Guest));
        if (!isPublic && !holders.Exists(holder => holder.IsFor(user)))
            throw WorkLoader.NotFound();
        var picture = await blobs.OpenAsync(hash, cancellationToken) ?? throw WorkLoader.NotFound();
        http.Sandbox();
        http.Response.Headers.CacheControl = isPublic ? Public : Private;
        return Results.Stream(picture, "image/webp", entityTag: new EntityTagHeaderValue($"\"{hash}\""));
    }

    private sealed record Holder(WorkKind Kind, WorkVisibility Visibility, string? OwnerId, string Path, VersionState State)
    {
        public bool IsFor(HubUser user) => IsForReaders(user) || IsForItsPeople(user);

        private bool IsForReaders(HubUser user) =>
            State == VersionState.Published && Visibility == WorkVisibility.Published && (Kind != WorkKind.Case || user.IsSignedIn);

        private bool IsForItsPeople(HubUser user) =>
            State switch
            {
                VersionState.Draft or VersionState.Returned => IsOwner(user),
                VersionState.Submitted => IsOwner(user) || user.Can(ResourcePermissions.Review, Path),
                _ => false,
            };

        private bool IsOwner(HubUser user) => user.AccountId is not null && OwnerId == user.AccountId;
    }
}
