using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Recipes;

/// <summary>
/// Private step <c>TeacherGrowthHub.Organizations</c>: the tree, parents before children. It enters and corrects; a move is an act of its own,
/// so an organisation that stands elsewhere is left there and reported.
/// </summary>
public sealed class OrganizationsStep(HubDbContext database) : IRecipeStep
{
    private const string Property = "Organizations";

    public string Name => "TeacherGrowthHub.Organizations";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        var items = step.Items<OrganizationItem>(Property, item => item.OrganizationId);
        foreach (var item in items)
        {
            EnsureValid(item);
            var organization = await database.Set<Organization>().FindAsync([item.OrganizationId], cancellationToken);
            if (organization is null)
                database.Add(organization = await CreateAsync(item, cancellationToken));
            else if (organization.Path != OrganizationPath.Child(item.Parent, item.Code))
                import.Report(RecipeOutcome.Warning, Name, item.Name, organization.Path);
            organization.Apply(item.Profile().CheckedFor(item.Kind) with { Name = item.Name });
            // A recipe that knows of no end does not take one back: that, too, is an act of its own.
            if (item.ClosedOn is { } day)
                organization.Close(day, organization.SuccessorId);
            (organization.Order, organization.IsSample) = (item.Order, item.IsSample);
            await AddHistoryAsync(item, cancellationToken);
            import.ReportChange(database, Name, item.Name);
            await database.SaveChangesAsync(cancellationToken);
        }
        // A successor may come later in the tree.
        foreach (var item in items.Where(item => item.Successor is not null))
            await SetSuccessorAsync(item, cancellationToken);
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await database
            .Set<Organization>()
            .AsNoTracking()
            .OrderBy(organization => organization.Path)
            .ToListAsync(cancellationToken);
        var paths = all.ToDictionary(organization => organization.Id, organization => organization.Path);
        var events = await database.Set<OrganizationEvent>().AsNoTracking().OrderBy(line => line.Id).ToListAsync(cancellationToken);
        var history = events.ToLookup(line => line.OrganizationId);
        if (all.Count > 0)
            yield return RecipeJson.Step(Name, Property, all.Select(o => OrganizationItem.Of(o, paths, [.. history[o.Id]])));
    }

    private static void EnsureValid(OrganizationItem item)
    {
        if (!HubId.IsValid(item.OrganizationId) || (item.History ?? []).Any(line => !HubId.IsValid(line.EventId)))
            throw new RefusedException("单位 {0} 的编号不合规", item.Name);
        // The code becomes a part of paths, and paths decide who may see what.
        if (!OrganizationPath.IsCode(item.Code))
            throw new RefusedException("单位 {0} 的代码“{1}”不合规，只能用小写字母、数字和连字符", item.Name, item.Code);
        if (item.Successor is not null && item.ClosedOn is null)
            throw new RefusedException("单位 {0} 写有并入的单位，却没有关闭日期", item.Name);
    }

    private async Task<Organization> CreateAsync(OrganizationItem item, CancellationToken cancellationToken)
    {
        var parent = item.Parent is null ? null : await ByPathAsync(item.Name, item.Parent, cancellationToken);
        return new Organization
        {
            Id = item.OrganizationId,
            Code = item.Code,
            Name = item.Name,
            Kind = item.Kind,
            ParentId = parent?.Id,
            Path = OrganizationPath.Child(parent?.Path, item.Code),
        };
    }

    private async Task AddHistoryAsync(OrganizationItem item, CancellationToken cancellationToken)
    {
        foreach (var line in item.History ?? [])
        {
            if (await database.Set<OrganizationEvent>().FindAsync([line.EventId], cancellationToken) is null)
                database.Add(
                    new OrganizationEvent
                    {
                        Id = line.EventId,
                        OrganizationId = item.OrganizationId,
                        Kind = line.Kind,
                        On = line.On,
                        Before = line.Before,
                        After = line.After,
                        Document = line.Document,
                    }
                );
        }
    }

    private async Task SetSuccessorAsync(OrganizationItem item, CancellationToken cancellationToken)
    {
        var organization = (await database.Set<Organization>().FindAsync([item.OrganizationId], cancellationToken))!;
        var successor = await ByPathAsync(item.Name, item.Successor!, cancellationToken);
        organization.Close(item.ClosedOn, successor.Id);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<Organization> ByPathAsync(string name, string path, CancellationToken cancellationToken) =>
        await database.Set<Organization>().SingleOrDefaultAsync(o => o.Path == path, cancellationToken)
        ?? throw new RefusedException("单位 {0} 提到的单位 {1} 不存在", name, path);
}
