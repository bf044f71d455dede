using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Content.Cli;

/// <summary>Imports a recipe file, or a shipped recipe by name.</summary>
public sealed class RecipeImportCommand(RecipeExecutor executor) : IHubCommand
{
    private const int WrongArguments = 2;

    public string Verb => "recipe import";

    public string Usage => "NAME-OR-FILE: import a recipe, all of it or nothing";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var recipe])
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        RecipeReport.Print(await executor.ImportAsync(recipe, dryRun: false, cancellationToken: cancellationToken));
        return 0;
    }
}
