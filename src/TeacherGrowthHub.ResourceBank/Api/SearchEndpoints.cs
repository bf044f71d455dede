using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Api;

/// <summary>A hit of a search.</summary>
/// <param name="Passage">The best passage, as plain text.</param>
/// <param name="FileName">The file it stands in; null when it is the work's own text.</param>
public sealed record FoundResource(string Id, string Title, string Passage, string? FileName);

/// <summary>An answer with the counts of each facet.</summary>
public sealed record FoundResources(
    int Total,
    IReadOnlyList<FoundResource> Items,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets
);

/// <summary>Search by words and facets.</summary>
public static class SearchEndpoints
{
    private const int PageSize = 20;

    public static void MapSearch(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/v1/search", SearchAsync).WithName("search").WithSummary("Search works").WithTags("Search").AllowAnonymous();

    [EndpointDescription("Finds works by words or a sentence; facets narrow: kind, form, stage, grade, area, topic, year, county.")]
    private static async Task<Ok<FoundResources>> SearchAsync(
        HttpRequest request,
        ISearchEngine engine,
        IHubUserAccessor users,
        string? q,
        int? page,
        CancellationToken cancellationToken
    )
    {
        var result = await engine.SearchAsync(
            new SearchRequest
            {
                Text = q ?? "",
                Page = Math.Clamp(page ?? 1, 1, SearchRequest.MaxHits / PageSize),
                PageSize = PageSize,
                SignedIn = (await users.GetAsync(cancellationToken)).IsSignedIn,
                Facets = WorkFacets
                    .All.Where(request.Query.ContainsKey)
                    .ToDictionary(facet => facet, facet => (IReadOnlyList<string>)[.. request.Query[facet].OfType<string>()]),
                CountFacets = WorkFacets.All,
            },
            cancellationToken
        );
        static string Plain(IReadOnlyList<TextRun> runs) => string.Concat(runs.Select(run => run.Text));
        FoundResource[] items =
        [
            .. result.Hits.Select(hit => new FoundResource(hit.Id, Plain(hit.Title), Plain(hit.Passage), hit.FileName)),
        ];
        return TypedResults.Ok(new FoundResources(result.Total, items, result.FacetCounts));
    }
}
