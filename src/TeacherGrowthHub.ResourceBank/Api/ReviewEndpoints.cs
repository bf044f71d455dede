using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Api;

/// <summary>Reviews: the queue, publish, return.</summary>
public static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder endpoints)
    {
        var reviews = endpoints
            .MapGroup("/api/v1/reviews")
            .WithTags("Reviews")
            .WithMetadata(new RequirePermissionAttribute(ResourcePermissions.Review))
            .ProducesProblem(401)
            .ProducesProblem(403);
        reviews.MapGet("", QueueAsync).WithName("listReviews").WithSummary("What waits for the caller");
        reviews
            .MapPost("{id}/publish", PublishAsync)
            .WithName("publishResource")
            .WithSummary("Publish")
            .DisableAntiforgery()
            .ProducesProblem(422);
        reviews
            .MapPost("{id}/return", ReturnAsync)
            .WithName("returnResource")
            .WithSummary("Return with a note")
            .DisableAntiforgery()
            .ProducesProblem(422);
    }

    [EndpointDescription("Submissions inside the caller's scope, oldest first, without the caller's own.")]
    private static async Task<Ok<IReadOnlyList<QueueItem>>> QueueAsync(
        ResourceReviews reviews,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await reviews.QueueAsync(await users.GetAsync(cancellationToken), cancellationToken: cancellationToken));

    [EndpointDescription("Publishes a submission; a case asks for the confirmation of the second person.")]
    private static async Task<NoContent> PublishAsync(
        string id,
        PublishResource request,
        ResourceReviews reviews,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        await reviews.PublishAsync(id, request.Confirmed, await users.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.NoContent();
    }

    [EndpointDescription("Returns a submission to its author with a note.")]
    private static async Task<NoContent> ReturnAsync(
        string id,
        ReturnResource request,
        ResourceReviews reviews,
        IHubUserAccessor users,
        CancellationToken cancellationToken
    )
    {
        await reviews.ReturnAsync(id, request.Note, await users.GetAsync(cancellationToken), cancellationToken);
        return TypedResults.NoContent();
    }
}
