using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Papers, cases and the rest: title, then parts by their headings; what no heading claims is the body.</summary>
public static class SectionReader
{
    private const int MaxTitle = 60;

    /// <param name="document">The document.</param>
    /// <param name="kind">Kind of work.</param>
    public static Recognized Read(ExtractedDocument document, WorkKind kind)
    {
        var builder = new RecognitionBuilder(kind);
        var key = BodyKey(kind);
        foreach (var block in document.Blocks)
        foreach (var line in BlockText.Lines(block).SelectMany(text => text.Split('\n')))
        {
            var text = line.Trim();
            var found = text.Length == 0 ? null : Headings.Find(kind, text, block.IsHeading);
            if (found is not null && found.Key == Headings.Title)
                builder.Title = found.Rest;
            else if (found is not null)
                builder.Add(key = found.Key, found.Rest);
            else if (builder.Title.Length == 0 && text.Length is > 0 and <= MaxTitle)
                builder.Title = text;
            else
                builder.Add(key, text);
            // Keywords and abstract are one paragraph; the body follows without a heading of its own.
            if (kind == WorkKind.Paper && key is Headings.Keywords or Headings.Authors)
                key = BodyKey(kind);
        }
        return builder.Build();
    }

    private static string BodyKey(WorkKind kind) =>
        kind switch
        {
            WorkKind.Paper => "body",
            WorkKind.Curriculum => "outline",
            WorkKind.Courseware => "content",
            _ => KindProfile.Other,
        };
}
