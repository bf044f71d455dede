using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Pages.Resources;

/// <summary>A value of a facet as the page shows it.</summary>
public sealed record FacetValue(string Code, string Label, int Count, bool IsChosen);

/// <summary>A facet and its values, in the order of the taxonomy.</summary>
public sealed record FacetGroup(string Name, string Label, IReadOnlyList<FacetValue> Values);

/// <summary>A hit with what its row shows.</summary>
public sealed record ResultRow(SearchHit Hit, WorkCard Card);

/// <summary>Browsing and searching are one page: facets, count, sort, rows, pages; everything in the address.</summary>
public abstract class BrowsePage(ISearchEngine engine, Taxonomies taxonomies, PeopleDirectory people) : HubPageModel
{
    private const int PageSize = 12;
    private static readonly (string Facet, string Label)[] Labels =
    [
        (WorkFacets.Kind, "类型"),
        (WorkFacets.Stage, "学段"),
        (WorkFacets.Area, "主题领域"),
        (WorkFacets.Topic, "跨领域专题"),
        (WorkFacets.Form, "课例形式"),
        (WorkFacets.Grade, "年级"),
        (WorkFacets.County, "县（市、区）"),
        (WorkFacets.Year, "年份"),
    ];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? SortName { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public SearchResult Result { get; private set; } = null!;
    public TaxonomySet Terms { get; private set; } = null!;
    public IReadOnlyList<FacetGroup> Facets { get; private set; } = [];
    public IReadOnlyList<ResultRow> Rows { get; private set; } = [];
    public int Pages => (Math.Min(Result.Total, SearchRequest.MaxHits) + PageSize - 1) / PageSize;
    public int First => (PageNumber - 1) * PageSize + 1;
    public int Last => Math.Min(PageNumber * PageSize, Result.Total);
    public IEnumerable<(string Facet, FacetValue Value)> Chosen =>
        Facets.SelectMany(f => f.Values.Where(v => v.IsChosen).Select(v => (f.Name, v)));

    /// <summary>Address of the page it stands on.</summary>
    public abstract string Path { get; }

    public async Task OnGetAsync()
    {
        PageNumber = Math.Clamp(PageNumber, 1, SearchRequest.MaxHits / PageSize);
        var chosen = WorkFacets.All.ToDictionary(
            facet => facet,
            facet => (IReadOnlyList<string>)[.. Request.Query[facet].OfType<string>().Where(v => v.Length is > 0 and < 200).Take(20)]
        );
        var user = await WhoAsync();
        Result = await engine.SearchAsync(
            new SearchRequest
            {
                Text = Text ?? "",
                Facets = chosen.Where(pair => pair.Value.Count > 0).ToDictionary(),
                Sort = Enum.TryParse<SearchSort>(SortName, ignoreCase: true, out var sort) ? sort : SearchSort.Relevance,
                Page = PageNumber,
                PageSize = PageSize,
                SignedIn = user.IsSignedIn,
                CountFacets = WorkFacets.All,
            },
            HttpContext.RequestAborted
        );
        Terms = await taxonomies.GetAsync(HttpContext.RequestAborted);
        Rows = [.. Result.Hits.Select(hit => new ResultRow(hit, WorkCard.FromJson(hit.Card)))];
        Facets = await FacetsAsync(chosen);
    }

    /// <summary>The address with one thing changed; page 1 unless it is the page that changes.</summary>
    public string With(string key, string? value) =>
        Address(pair => pair.Key != key && (pair.Key != "p" || key == "p"), value is null ? null : (key, value));

    /// <summary>The address without one value of a facet.</summary>
    public string Without(string facet, string value) =>
        Address(pair => pair.Key != "p" && !(pair.Key == facet && pair.Value == value), null);

    private string Address(Func<KeyValuePair<string, string>, bool> keep, (string Key, string Value)? added)
    {
        var query = Request
            .Query.SelectMany(pair => pair.Value.OfType<string>().Select(value => KeyValuePair.Create(pair.Key, value)))
            .Where(pair => pair.Value.Length > 0 && keep(pair))
            .Concat(added is { } extra ? [KeyValuePair.Create(extra.Key, extra.Value)] : []);
        return query.Aggregate(Path, (address, pair) => QueryHelpers.AddQueryString(address, pair.Key, pair.Value));
    }

    private async Task<IReadOnlyList<FacetGroup>> FacetsAsync(Dictionary<string, IReadOnlyList<string>> chosen)
    {
        var counties = await people.CountyNamesAsync(HttpContext.RequestAborted);
        return [.. Labels.Select(label => GroupOf(label.Facet, label.Label)).Where(group => group.Values.Count > 0)];

        FacetGroup GroupOf(string facet, string label)
        {
            var counts = Result.FacetCounts[facet];
            var values = counts
                .Keys.Union(chosen[facet])
                .Select(code => new FacetValue(code, LabelOf(facet, code), counts.GetValueOrDefault(code), chosen[facet].Contains(code)));
            return new FacetGroup(
                facet,
                label,
                [.. values.OrderBy(value => OrderOf(facet, value.Code)).ThenBy(value => value.Code, StringComparer.Ordinal)]
            );
        }

        string LabelOf(string facet, string code) =>
            facet switch
            {
                WorkFacets.Kind => T[Domain.KindProfile.Find(code)?.Label ?? code],
                WorkFacets.County => counties.GetValueOrDefault(code, code),
                WorkFacets.Year => T["{0}年", code],
                _ => Terms.Label(facet + "s", code),
            };

        int OrderOf(string facet, string code) =>
            facet == WorkFacets.County && counties.IndexOf(code) is >= 0 and var place ? place
            : facet == WorkFacets.Kind ? (int)(Domain.KindProfile.Find(code)?.Kind ?? 0)
            : Terms[facet + "s"].Select((term, i) => (term, i)).FirstOrDefault(pair => pair.term.Code == code).i;
    }
}
