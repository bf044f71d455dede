namespace TeacherGrowthHub.Kernel.Recipes;

/// <summary>What happened, or would happen, to one thing of a recipe.</summary>
public enum RecipeOutcome
{
    Created,
    Updated,
    Unchanged,

    /// <summary>A step or part that nobody claims: reported, never silently dropped.</summary>
    Unknown,
    Warning,
}

/// <param name="Outcome">What happened.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Subject">Id or name of the thing.</param>
/// <param name="Note">More, in words.</param>
public sealed record RecipeReportLine(RecipeOutcome Outcome, string Step, string Subject, string Note = "");

/// <summary>The running import: the folder that files are taken from, and the report.</summary>
public sealed class RecipeImport(string folder)
{
    private readonly List<RecipeReportLine> _lines = [];

    /// <summary>The recipe's folder; <c>SourcePath</c>s are relative to it and may not leave it.</summary>
    public string Folder { get; } = folder;

    public IReadOnlyList<RecipeReportLine> Lines => _lines;

    public void Report(RecipeOutcome outcome, string step, string subject, string note = "") =>
        _lines.Add(new RecipeReportLine(outcome, step, subject, note));

    public int Count(RecipeOutcome outcome) => _lines.Count(line => line.Outcome == outcome);
}
