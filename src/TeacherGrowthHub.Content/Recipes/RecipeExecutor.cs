using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Imports a recipe in one transaction: all of it, or, on refusal or dry run, nothing.</summary>
public sealed class RecipeExecutor(
    HubDbContext database,
    IEnumerable<IRecipeStep> steps,
    RecipeLibrary library,
    IConfiguration configuration,
    AuditTrail audit,
    TimeProvider clock
)
{
    private const int MaxDepth = 8;

    /// <summary>Imports a file, or a shipped recipe by its name.</summary>
    /// <param name="nameOrPath">Name in <c>content-recipes/</c>, or a path.</param>
    /// <param name="dryRun">Report only.</param>
    /// <param name="parameters">What <c>parameters('…')</c> gives: SiteName, AdminUserId …</param>
    public async Task<RecipeImport> ImportAsync(
        string nameOrPath,
        bool dryRun,
        IReadOnlyDictionary<string, string>? parameters = null,
        CancellationToken cancellationToken = default
    )
    {
        var recipe = await RecipeFile.ReadAsync(library.Find(nameOrPath) ?? nameOrPath, cancellationToken);
        return await ImportAsync(recipe, dryRun, parameters, cancellationToken);
    }

    /// <summary>Imports a recipe that was read.</summary>
    /// <param name="dryRun">Report only.</param>
    public async Task<RecipeImport> ImportAsync(
        RecipeFile recipe,
        bool dryRun,
        IReadOnlyDictionary<string, string>? parameters = null,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await RunAsync(recipe, dryRun, parameters ?? new Dictionary<string, string>(), cancellationToken);
        }
        catch (DbUpdateException exception) when (StoreRules.AreBrokenBy(exception))
        {
            throw new RefusedException("配方的内容与已有的数据冲突，或有内容缺失、过长；什么都没有写入");
        }
        finally
        {
            // What a refusal left half done must not be saved by whoever uses the context next.
            database.ChangeTracker.Clear();
        }
    }

    private async Task<RecipeImport> RunAsync(
        RecipeFile recipe,
        bool dryRun,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    )
    {
        var import = new RecipeImport(recipe.Folder);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await RunAsync(recipe, import, parameters, 0, cancellationToken);
        if (dryRun)
            return import;
        audit.Record(HubUser.System, "Recipe.Imported", "Recipe", recipe.Name, after: Totals(import));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return import;
    }

    private async Task RunAsync(
        RecipeFile recipe,
        RecipeImport import,
        IReadOnlyDictionary<string, string> parameters,
        int depth,
        CancellationToken cancellationToken
    )
    {
        if (depth > MaxDepth)
            throw new RefusedException("配方互相引用太深");
        var expressions = new RecipeExpressions(recipe, parameters, configuration, clock);
        foreach (var source in recipe.Steps)
        {
            var step = expressions.EvaluateStep(source);
            var name = step["name"]!.ToString();
            if (RecipeFile.RunsOthers(name))
                await RunInnerAsync(step, recipe, import, parameters, depth, cancellationToken);
            else if (steps.FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
                await known.ImportAsync(step, import, cancellationToken);
            else
                import.Report(RecipeOutcome.Unknown, name, "", "没有模块认领这个步骤");
            database.ChangeTracker.Clear();
        }
    }

    // Inner recipes have their own variables, as in Orchard.
    private async Task RunInnerAsync(
        JsonObject step,
        RecipeFile outer,
        RecipeImport import,
        IReadOnlyDictionary<string, string> parameters,
        int depth,
        CancellationToken cancellationToken
    )
    {
        foreach (var inner in RecipeFile.NamesIn(step))
        {
            var path = library.Find(inner) ?? RecipeFolder.Resolve(outer.Folder, inner + ".recipe.json");
            await RunAsync(await RecipeFile.ReadAsync(path, cancellationToken), import, parameters, depth + 1, cancellationToken);
        }
    }

    private static object Totals(RecipeImport import) =>
        import.Lines.GroupBy(line => line.Outcome).ToDictionary(group => group.Key.ToString(), group => group.Count());
}
