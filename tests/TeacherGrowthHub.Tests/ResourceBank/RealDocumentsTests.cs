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

    /// <summary>How many of the oracle's words are in the text, and in the text or in what is hidden.</summary>
    private sealed record Share(int Wanted, int Shown, int Read);

    [Fact]
    public void Should_read_what_the_oracle_reads_and_refuse_with_a_reason_in_the_list()
    {
        var folder = TestData.Folder("documents");
        var listed = File.ReadAllText(Path.Combine(TestData.Repository, "docs/extraction.md"));
        var shares = new List<Share>();
        foreach (var expected in Expectations(folder))
        {
            var (document, reason) = Read(Path.Combine(folder, expected.File));
            if (document is null)
                (expected.Text is null || listed.Contains(Path.GetFileName(expected.File)) || listed.Contains(reason!)).ShouldBeTrue(
                    $"{expected.File} is refused ({reason}) and not in the list"
                );
            else if (expected.Text is not null && Words(expected.Text) is { Count: > 0 } wanted)
                shares.Add(Compare(wanted, document));
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{shares.Count} files; shown {Overall(s => s.Shown):F4}, mean {Mean(s => s.Shown):F4}; with hidden {Overall(s => s.Read):F4}, mean {Mean(s => s.Read):F4}"
        );
        shares.Count.ShouldBeGreaterThanOrEqualTo(100);
        Overall(share => share.Shown).ShouldBeGreaterThanOrEqualTo(.965);
        Mean(share => share.Shown).ShouldBeGreaterThanOrEqualTo(.94);
        Overall(share => share.Read).ShouldBeGreaterThanOrEqualTo(.985);
        Mean(share => share.Read).ShouldBeGreaterThanOrEqualTo(.955);

        double Overall(Func<Share, int> found) => (double)shares.Sum(found) / shares.Sum(share => share.Wanted);
        double Mean(Func<Share, int> found) => shares.Average(share => (double)found(share) / share.Wanted);
    }

    private static Share Compare(HashSet<string> wanted, ExtractedDocument document)
    {
        var shown = Words(document.Text);
        var read = Words(document.Hidden);
        read.UnionWith(shown);
        return new Share(wanted.Count, wanted.Count(shown.Contains), wanted.Count(read.Contains));
    }

    private static (ExtractedDocument? Document, string? Reason) Read(string path)
    {
        using var content = File.OpenRead(path);
        var type = FileTypeDetector.Detect(content, path);
        if (type.Refusal is not null)
            return (null, type.Refusal);
        if (!TextExtractor.CanRead(type.Extension))
            return (new ExtractedDocument([], []), null);
        content.Position = 0;
        try
        {
            return (TextExtractor.Read(content, type.Extension), null);
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
