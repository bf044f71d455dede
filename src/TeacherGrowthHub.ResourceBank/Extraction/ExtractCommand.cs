using System.Text.Json;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>What the child writes: the document, or the reason why there is none.</summary>
public sealed record ExtractionResult(ExtractedDocument? Document, string? Reason);

/// <summary>The child's side: reads one file, writes JSON, ends. Started by <see cref="ExtractionProcess"/>, never by people.</summary>
public static class ExtractCommand
{
    /// <summary>First word of the child's command line.</summary>
    public const string ChildVerb = "extract";

    /// <param name="arguments">Input file, its extension, output file.</param>
    /// <returns>0 when the output says something.</returns>
    public static async Task<int> RunChildAsync(string[] arguments)
    {
        if (arguments is not [var input, var extension, var output])
            return 2;
        await using var result = File.Create(output);
        await JsonSerializer.SerializeAsync(result, Read(input, extension));
        return 0;
    }

    private static ExtractionResult Read(string input, string extension)
    {
        try
        {
            using var content = File.OpenRead(input);
            return new ExtractionResult(TextExtractor.Read(content, extension), null);
        }
        catch (UnreadableException unreadable)
        {
            return new ExtractionResult(null, unreadable.Message);
        }
    }
}
