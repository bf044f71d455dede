using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;

namespace TeacherGrowthHub.People.Imports.Kinds;

/// <summary>Workbooks of counties and schools.</summary>
internal sealed class OrganizationImport(HubDbContext database, TimeProvider clock) : IImportKind
{
    public const string Kind = "organizations";

    public string Code => Kind;
    public string Label => "单位";
    public int Order => 20;
    public string Permission => PeoplePermissions.EditOrganizations;
    public bool ShowsOnPages => true;
    public string ExportAction => "Organizations.Exported";
    public IReadOnlyList<ImportColumn> Columns => ImportColumns.Organizations.All;

    public IRowPlanner Planner(ImportTarget target) => new OrganizationPlanner(target, clock);

    public async Task<ColumnChoices?> ChoicesAsync(HubUser user, CancellationToken cancellationToken)
    {
        var index = await LoadAsync(cancellationToken);
        var places = index.Open(user, PeoplePermissions.ManageOrganizations).Where(organization => !organization.IsSchool);
        return new ColumnChoices(ImportColumns.Organizations.Parent, [.. places.Select(organization => organization.Path.TrimEnd('/'))]);
    }

    public async IAsyncEnumerable<IReadOnlyDictionary<ImportColumn, string?>> ExportAsync(
        IReadOnlyList<string> scopes,
        int? schoolYear,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var index = await LoadAsync(cancellationToken);
        var shown = index
            .All.InTreeOrder()
            .Where(organization => scopes.Any(scope => OrganizationPath.Contains(scope, organization.Path)))
            .Where(organization => organization.Kind != OrganizationKind.City && organization.ClosedOn == null);
        foreach (var organization in shown)
        {
            var values = Changes.Values(organization.Profile);
            values[ImportColumns.Organizations.Code] = organization.Code;
            values[ImportColumns.Organizations.Kind] = KindLabels.Of(organization.Kind);
            values[ImportColumns.Organizations.Parent] = index.OfId(organization.ParentId!)?.Path.TrimEnd('/');
            yield return values;
        }
    }

    private Task<OrganizationIndex> LoadAsync(CancellationToken cancellationToken) =>
        OrganizationIndex.LoadAsync(database.Set<Organization>(), cancellationToken);
}
