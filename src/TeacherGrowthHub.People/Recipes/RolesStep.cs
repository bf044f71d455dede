using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Recipes;

/// <summary>Orchard's <c>Roles</c> step: portal roles and their permissions.</summary>
public sealed class RolesStep(HubDbContext database, IEnumerable<IPermissionProvider> providers) : IRecipeStep
{
    /// <summary>One role as Orchard writes it; <c>Delegable</c> is ours, and Orchard passes over it.</summary>
    public sealed record RoleItem(
        string Name,
        string Description,
        List<string> Permissions,
        string PermissionBehavior = "Replace",
        List<string>? Delegable = null
    );

    public string Name => "Roles";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        var known = providers.SelectMany(provider => provider.Permissions).Select(permission => permission.Name).ToHashSet();
        foreach (var item in step.Items<RoleItem>("Roles"))
        {
            foreach (var unknown in item.Permissions.Concat(item.Delegable ?? []).Where(permission => !known.Contains(permission)))
                import.Report(RecipeOutcome.Unknown, Name, item.Name, unknown);
            var role = await database.Set<PortalRole>().FindAsync([item.Name], cancellationToken);
            var permissions = Merge(role?.Permissions ?? [], item);
            if (role is null)
                database.Add(role = new PortalRole { Name = item.Name, Label = item.Description });
            (role.Label, role.Permissions) = (item.Description, permissions);
            role.Delegable = item.Delegable ?? role.Delegable;
            import.ReportChange(database, Name, item.Name);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var roles = await database.Set<PortalRole>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken);
        yield return RecipeJson.Step(
            Name,
            "Roles",
            roles.Select(role => new RoleItem(
                role.Name,
                role.Label,
                role.Permissions,
                Delegable: role.Delegable.Count == 0 ? null : role.Delegable
            ))
        );
    }

    private static List<string> Merge(List<string> present, RoleItem item) =>
        item.PermissionBehavior switch
        {
            "Replace" => item.Permissions,
            "Add" => [.. present.Union(item.Permissions)],
            "Remove" => [.. present.Except(item.Permissions)],
            _ => throw new RefusedException("未知的 PermissionBehavior：{0}", item.PermissionBehavior),
        };
}
