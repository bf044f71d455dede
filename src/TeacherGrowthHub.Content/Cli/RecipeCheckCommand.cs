using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Content.Cli;

/// <summary>Dry run: what an import would do.</summary>
public sealed class RecipeCheckCommand(RecipeExecutor executor) : IHubCommand
{
    private const int WrongArguments = 2;

    public string Verb => "recipe check";

    public string Usage => "NAME-OR-FILE: say what an import would create, change and not understand; writes nothing";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var recipe])
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        RecipeReport.Print(await executor.ImportAsync(recipe, dryRun: true, cancellationToken: cancellationToken));
        return 0;
    }
}
