using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Pages.Resources;

/// <summary>Search by words or sentences.</summary>
[AllowAnonymous]
public sealed class SearchModel(ISearchEngine engine, Taxonomies taxonomies, PeopleDirectory people)
    : BrowsePage(engine, taxonomies, people)
{
    public override string Path => "/search";
}
