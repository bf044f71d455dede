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

/// <summary>Private step <c>TeacherGrowthHub.Organizations</c>: the tree, parents before children.</summary>
public sealed class OrganizationsStep(HubDbContext database) : IRecipeStep
{
    /// <summary>An organisation; <c>Parent</c> is the parent's path.</summary>
    public sealed record Item(
        string OrganizationId,
        string Code,
        string Name,
        OrganizationKind Kind,
        string? Parent = null,
        List<string>? Stages = null,
        bool IsSample = false
    );

    public string Name => "TeacherGrowthHub.Organizations";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        foreach (var item in step.Items<Item>("Organizations", item => item.OrganizationId))
        {
            if (!HubId.IsValid(item.OrganizationId))
                throw new RefusedException("单位 {0} 的编号不合规", item.Name);
            // The code becomes a part of paths, and paths decide who may see what.
            if (!OrganizationPath.IsCode(item.Code))
                throw new RefusedException("单位 {0} 的代码“{1}”不合规，只能用小写字母、数字和连字符", item.Name, item.Code);
            var organization = await database.Set<Organization>().FindAsync([item.OrganizationId], cancellationToken);
            if (organization is null)
                database.Add(organization = await CreateAsync(item, cancellationToken));
            organization.Name = item.Name;
            organization.Stages = item.Stages ?? [];
            organization.IsSample = item.IsSample;
            import.ReportChange(database, Name, item.Name);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = await database
            .Set<Organization>()
            .AsNoTracking()
            .OrderBy(organization => organization.Path)
            .ToListAsync(cancellationToken);
        var paths = all.ToDictionary(organization => organization.Id, organization => organization.Path);
        if (all.Count > 0)
            yield return RecipeJson.Step(
                Name,
                "Organizations",
                all.Select(o => new Item(o.Id, o.Code, o.Name, o.Kind, o.ParentId is null ? null : paths[o.ParentId], o.Stages, o.IsSample))
            );
    }

    private async Task<Organization> CreateAsync(Item item, CancellationToken cancellationToken)
    {
        var parent = item.Parent is null
            ? null
            : await database.Set<Organization>().SingleOrDefaultAsync(o => o.Path == item.Parent, cancellationToken)
                ?? throw new RefusedException("单位 {0} 的上级 {1} 不存在", item.Name, item.Parent);
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
}
