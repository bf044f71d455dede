using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>
/// Fills the form from a lesson plan in the layouts teachers use: numbered, bracketed or bare headings, form tables with merged
/// cells, steps with their minutes.
/// </summary>
public static class LessonPlanReader
{
    public static Recognized Read(ExtractedDocument document)
    {
        var walk = new LessonWalk();
        var (text, margins) = RunningHeads.Divide(document);
        foreach (var block in WrappedLines.Join(text))
            walk.Take(block);
        walk.Keep(margins.Select(block => block.Text!));
        return walk.Finish();
    }
}
