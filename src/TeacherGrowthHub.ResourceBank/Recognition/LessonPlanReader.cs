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
        foreach (var block in WrappedLines.Join([.. document.Blocks.Where(block => !WrappedLines.IsPageNumber(block))]))
            walk.Take(block);
        walk.Keep(document.Blocks.Where(WrappedLines.IsPageNumber).Select(block => block.Text!));
        return walk.Finish();
    }
}
