using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>145 real files, odd, broken and hostile ones among them, against what another reader reads from them.</summary>
public sealed partial class RealDocumentsTests
{
    private sealed record Expected(string File, string? Text);

    [Fact]
    public void Should_read_what_the_oracle_reads_and_refuse_with_a_reason_in_the_list()
    {
        var folder = TestData.Folder("documents");
        var listed = File.ReadAllText(Path.Combine(TestData.Repository, "docs/extraction.md"));
        int found = 0,
            wanted = 0,
            read = 0;
        foreach (var expected in Expectations(folder))
        {
            var (text, reason) = Read(Path.Combine(folder, expected.File));
            if (text is null)
                (expected.Text is null || listed.Contains(Path.GetFileName(expected.File))).ShouldBeTrue(
                    $"{expected.File} is refused ({reason}) and not in the list"
                );
            else if (expected.Text is not null)
            {
                var words = Words(expected.Text);
                words.ExceptWith(words.Except(Words(text)).ToList());
                found += words.Count;
                wanted += Words(expected.Text).Count;
                read++;
            }
        }
        read.ShouldBeGreaterThan(100);
        ((double)found / wanted).ShouldBeGreaterThanOrEqualTo(.95);
    }

    private static (string? Text, string? Reason) Read(string path)
    {
        using var content = File.OpenRead(path);
        var type = FileTypeDetector.Detect(content, path);
        if (type.Refusal is not null)
            return (null, type.Refusal);
        if (!TextExtractor.CanRead(type.Extension))
            return ("", null);
        content.Position = 0;
        try
        {
            return (TextExtractor.Read(content, type.Extension).Text, null);
        }
        catch (UnreadableException unreadable)
        {
            return (null, unreadable.Message);
        }
    }

    // Legacy formats are kept without text: they are not among the files that both read.
    private static IEnumerable<Expected> Expectations(string folder)
    {
        using var lines = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(folder, "expected-text.jsonl.gz")), CompressionMode.Decompress)
        );
        while (lines.ReadLine() is { } line)
        {
            var expected = JsonSerializer.Deserialize<Expected>(line, JsonSerializerOptions.Web)!;
            if (Path.GetExtension(expected.File) is not (".doc" or ".xls" or ".ppt"))
                yield return expected;
        }
    }

    private static HashSet<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    [GeneratedRegex(@"[\u3400-鿿]|[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
