using Microsoft.AspNetCore.Authorization;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Pages.Resources;

/// <summary>All published works by facets.</summary>
[AllowAnonymous]
public sealed class BrowseModel(ISearchEngine engine, Taxonomies taxonomies, PeopleDirectory people)
    : BrowsePage(engine, taxonomies, people)
{
    public override string Path => "/resources";
}
