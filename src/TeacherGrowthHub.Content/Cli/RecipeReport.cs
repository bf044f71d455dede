using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content.Cli;

/// <summary>Prints what an import did.</summary>
internal static class RecipeReport
{
    public static void Print(RecipeImport import)
    {
        foreach (var line in import.Lines.Where(line => line.Outcome is RecipeOutcome.Unknown or RecipeOutcome.Warning))
            Console.WriteLine($"{line.Outcome}: {line.Step} {line.Subject} {line.Note}");
        foreach (var outcome in Enum.GetValues<RecipeOutcome>())
            Console.WriteLine($"{outcome}: {import.Count(outcome)}");
    }
}
