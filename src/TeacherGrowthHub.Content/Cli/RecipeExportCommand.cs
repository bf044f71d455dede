using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Content.Cli;

/// <summary>Writes what is stored as a recipe.</summary>
public sealed class RecipeExportCommand(RecipeExporter exporter) : IHubCommand
{
    private const int WrongArguments = 2;

    public string Verb => "recipe export";

    public string Usage => "FILE [STEP …]: write the named steps, or all, as one recipe";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var path, .. var steps])
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        await using var file = File.Create(path);
        var name = Path.GetFileName(path).Split('.')[0];
        await exporter.WriteAsync(file, name, steps, cancellationToken);
        return 0;
    }
}
