using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>A file goes the way of an upload: its type by its content, then its text.</summary>
internal static class HostileReading
{
    /// <summary>The text of a file that is taken.</summary>
    public static string Text(MemoryStream file, string extension)
    {
        var type = FileTypeDetector.Detect(file, "a." + extension);
        type.Refusal.ShouldBeNull();
        file.Position = 0;
        return TextExtractor.Read(file, type.Extension).Text;
    }

    /// <summary>The Chinese sentence with which it is refused.</summary>
    public static string Refusal(MemoryStream file, string extension)
    {
        var refusal = FileTypeDetector.Detect(file, "a." + extension).Refusal;
        file.Position = 0;
        refusal ??= Should.Throw<UnreadableException>(() => TextExtractor.Read(file, "." + extension)).Message;
        refusal.ShouldMatch(@"[\u4e00-\u9fff]{4,}");
        return refusal;
    }
}
