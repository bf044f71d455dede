using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Api;

/// <summary>Works: create, save, submit, get, list.</summary>
public static class ResourceEndpoints
{
    private const int PageSize = 50;

    public static void MapResources(this IEndpointRouteBuilder endpoints)
    {
        var works = endpoints.MapGroup("/api/v1/resources").WithTags("Resources");
        works.MapGet("", ListAsync).WithName("listResources").WithSummary("Published works").AllowAnonymous();
        works
            .MapGet("{id}", GetAsync)
            .WithName("getResource")
            .WithSummary("A published work")
            .AllowAnonymous()
            .ProducesProblem(404)
            .ProducesProblem(410);
        var own = works
            .MapGroup("")
            .WithMetadata(new RequirePermissionAttribute(ResourcePermissions.Author))
            .ProducesProblem(401)
            .ProducesProblem(422);
        own.MapPost("", CreateAsync).WithName("createResource").WithSummary("Begin a work").DisableAntiforgery();
        own.MapPut("{id}", SaveAsync).WithName("saveResource").WithSummary("Save a draft").DisableAntiforgery().ProducesProblem(409);
        own.MapPost("{id}/submit", SubmitAsync).WithName("submitResource").WithSummary("Hand to the reviewers").DisableAntiforgery();
        own.MapGet("{id}/reading", ReadingAsync).WithName("getReading").WithSummary("Whether the files have been read");
        own.MapPost("hash", HashAsync).WithName("askHash").WithSummary("Is a file known already").DisableAntiforgery();
    }

    [EndpointDescription("Published works, newest first, fifty a page. Cases are listed for signed-in teachers only.")]
    private static async Task<Ok<ResourcePage>> ListAsync(
        Catalogue catalogue,
        IHubUserAccessor users,
        int? page,
        CancellationToken cancellationToken
    )
    {
        var user = await users.GetAsync(cancellationToken);
        var number = Math.Clamp(page ?? 1, 1, SearchRequest.MaxHits / PageSize);
        var (total, cards) = await catalogue.NewestAsync(PageSize, number, user.IsSignedIn, cancellationToken);
        return TypedResults.Ok(new ResourcePage(total, [.. cards.Select(card => card.ToLine())]));
    }

    [EndpointDescription("A published work with its content and files. Cases are for signed-in teachers and show no school.")]
    private static async Task<Ok<ResourceDetail>> GetAsync(
        string id,
        ResourceReader reader,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    ) => TypedResults.Ok((await reader.PublishedAsync(id, await users.GetAsync(cancellationToken), cancellationToken)).ToDetail());

    [EndpointDescription("Begins a draft at the caller's school.")]
    private static async Task<Created<ResourceState>> CreateAsync(
        CreateResource request,
        ResourceDrafts drafts,
        Taxonomies taxonomies,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var profile = KindProfile.Find(request.Kind) ?? throw new RefusedException("请选择资源类型") { Field = "kind" };
        var content =
            request.Content?.ToContent(profile.Kind, await taxonomies.GetAsync(cancellationToken), new WorkContent()) ?? new WorkContent();
        var work = await drafts.CreateAsync(profile.Kind, content, await users.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.Created(
            $"/api/v1/resources/{work.Id}",
            new ResourceState(work.Id, work.Working!.Revision, nameof(VersionState.Draft))
        );
    }

    [EndpointDescription("Saves all fields of a draft. A stale revision answers 409 and writes nothing.")]
    private static async Task<Ok<ResourceState>> SaveAsync(
        string id,
        SaveResource request,
        WorkLoader works,
        ResourceDrafts drafts,
        Taxonomies taxonomies,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var user = await users.GetAsync(cancellationToken);
        var work = await works.OwnAsync(id, user, cancellationToken);
        if (request.Content is null)
            throw new RefusedException("请求缺少 content") { Field = "content" };
        var content = request.Content.ToContent(work.Kind, await taxonomies.GetAsync(cancellationToken), work.Editable().Content);
        var revision = await drafts.SaveAsync(id, request.Revision, content, user, cancellationToken);
        return TypedResults.Ok(new ResourceState(id, revision, work.Working!.State.ToString()));
    }

    [EndpointDescription("Hands a complete draft to the reviewers.")]
    private static async Task<NoContent> SubmitAsync(
        string id,
        ResourceDrafts drafts,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        await drafts.SubmitAsync(id, await users.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.NoContent();
    }

    [EndpointDescription("Whether every file of the caller's draft has been read, so that the form can be shown filled.")]
    private static async Task<Ok<ReadingState>> ReadingAsync(
        string id,
        WorkLoader works,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var work = await works.OwnAsync(id, await users.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.Ok(new ReadingState(work.Working is not { IsBeingRead: true }));
    }

    [EndpointDescription(
        "Answers before an upload ends whether the bank, or the caller, has the file. Never speaks of others' unpublished works."
    )]
    private static async Task<Ok<HashAnswer>> HashAsync(
        HashQuestion request,
        DuplicateCheck duplicates,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        var found = await duplicates.FindAsync(request.Sha256, request.WorkId, await users.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.Ok(new HashAnswer(found is not null, found?.WorkId, found?.Title, found?.IsOwn ?? false));
    }
}
