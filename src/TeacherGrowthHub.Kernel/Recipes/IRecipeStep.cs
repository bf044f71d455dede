using System.Text.Json.Nodes;

namespace TeacherGrowthHub.Kernel.Recipes;

/// <summary>
/// One kind of recipe step, import and export in one class. All steps of an import run in one transaction, so a step simply
/// writes: a refused recipe or a dry run is rolled back as a whole.
/// </summary>
public interface IRecipeStep
{
    /// <summary>The step's <c>name</c>, compared without case.</summary>
    string Name { get; }

    /// <summary>Imports one step. Throws <see cref="Errors.RefusedException"/> for content that cannot be taken.</summary>
    Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken);

    /// <summary>The steps that would bring back what is stored now; empty when there is nothing.</summary>
    IAsyncEnumerable<JsonObject> ExportAsync(CancellationToken cancellationToken);
}

/// <summary>One content type of the shared <c>content</c> step.</summary>
public interface IContentItemHandler
{
    /// <summary>Orchard's <c>ContentType</c>, compared exactly.</summary>
    string ContentType { get; }

    /// <summary>Creates or updates by <c>ContentItemId</c>; parts it does not know are reported and kept.</summary>
    Task ImportAsync(JsonObject item, RecipeImport import, CancellationToken cancellationToken);

    /// <summary>All published items, ordered by id.</summary>
    IAsyncEnumerable<JsonObject> ExportAsync(CancellationToken cancellationToken);
}
