using Microsoft.AspNetCore.WebUtilities;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.Web.Pages.Admin;

/// <summary>What waits, by the organisations just below one's own: counties for the city, schools for a county, the school for itself.</summary>
public sealed class WaitingTable(IEnumerable<IWaitingSource> sources, PeopleDirectory directory)
{
    /// <summary>An organisation and what waits there and below, in the order of the columns.</summary>
    public sealed record Row(string Organization, IReadOnlyList<Cell> Cells);

    /// <summary>How much waits, and where it is listed.</summary>
    public sealed record Cell(int Count, string Link);

    public IReadOnlyList<IWaitingSource> Columns { get; private set; } = [];
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task LoadAsync(HubUser user, CancellationToken cancellationToken)
    {
        Columns = [.. sources.Where(source => user.Can(source.Permission)).OrderBy(source => source.Order)];
        var byColumn = new List<ILookup<string, int>>();
        foreach (var column in Columns)
            byColumn.Add(
                (await column.CountAsync(user, cancellationToken)).ToLookup(
                    waiting => RowOf(waiting.Path, user.Scopes(column.Permission)),
                    waiting => waiting.Count
                )
            );
        var paths = byColumn.SelectMany(column => column.Select(group => group.Key)).ToHashSet();
        var places = paths.Count == 0 ? [] : (await directory.OrganizationsAsync(cancellationToken)).Where(o => paths.Contains(o.Path));
        Rows =
        [
            .. places.Select(o => new Row(o.Name, [.. Columns.Zip(byColumn, (column, by) => CellOf(column, o.Path, by[o.Path].Sum()))])),
        ];
    }

    private static Cell CellOf(IWaitingSource source, string path, int count) =>
        new(count, QueryHelpers.AddQueryString(source.Link, "organization", path));

    private static string RowOf(string path, IReadOnlyList<string> scopes)
    {
        var scope = scopes.Where(scope => OrganizationPath.Contains(scope, path)).MinBy(scope => scope.Length) ?? "";
        return OrganizationPath.Prefix(path, Math.Min(OrganizationPath.Depth(scope) + 1, OrganizationPath.Depth(path)));
    }
}
