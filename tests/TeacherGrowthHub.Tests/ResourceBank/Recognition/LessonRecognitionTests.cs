using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.ResourceBank.Recognition;

namespace TeacherGrowthHub.Tests.ResourceBank.Recognition;

public sealed partial class LessonRecognitionTests(ITestOutputHelper output)
{
    private const double Goal = 0.90;
    private static readonly Regex Labels = SampleLesson.Labels();

    public static TheoryData<string> Names => [.. SampleLesson.All.Select(sample => sample.Name)];

    [Fact]
    public void Should_read_nine_fields_of_ten_right()
    {
        var (right, all) = (0, 0);
        foreach (var sample in SampleLesson.All)
        {
            var score = SampleScore.Of(sample, LessonPlanReader.Read(Extract(sample)));
            right += score.Right;
            all += score.Right + score.Wrong.Count;
            output.WriteLine($"{sample.Name} ({sample.Layout}): {score.Right} of {score.Right + score.Wrong.Count}");
            foreach (var wrong in score.Wrong)
                output.WriteLine($"    {wrong}");
        }
        output.WriteLine($"{SampleLesson.All.Count} documents: {right} of {all} fields right, {(double)right / all:P1}");
        ((double)right / all).ShouldBeGreaterThanOrEqualTo(Goal);
    }

    [Fact]
    public void Should_be_tried_on_enough_layouts()
    {
        SampleLesson.All.Count.ShouldBeGreaterThanOrEqualTo(20);
        SampleLesson.All.Select(sample => sample.Layout).Distinct().Count().ShouldBeGreaterThanOrEqualTo(8);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Should_lose_no_line(string name)
    {
        var document = Extract(SampleLesson.All.Single(sample => sample.Name == name));
        var kept = Squeeze(AllText(LessonPlanReader.Read(document)));
        foreach (var line in document.Blocks.SelectMany(Lines).SelectMany(text => text.Split('\n')))
            Lost(line, kept).ShouldBeEmpty($"lost of: {line}");
    }

    // Expressions that go back over a long run of blanks, brackets or digits would never end here.
    [Theory]
    [InlineData(" ")]
    [InlineData("(5")]
    [InlineData("1")]
    [InlineData("\u3000课时 ")]
    [InlineData("：")]
    public void Should_end_on_monstrous_lines(string piece)
    {
        var monster = "x" + string.Concat(Enumerable.Repeat(piece, 200_000)) + "y";
        var sample = SampleLesson.All[0];
        string[] heads = ["", .. sample.Lines.Where(line => line.Length is > 0 and < 12)];
        Block[] blocks = [.. heads.SelectMany(head => new[] { head, monster, head + monster }).Select(text => new Block { Text = text })];
        var read = LessonPlanReader.Read(new ExtractedDocument([], blocks));
        AllText(read).Length.ShouldBeGreaterThanOrEqualTo(monster.Length * heads.Length);
    }

    // A heading is kept as the field it names, a number as the order; every other word must be found again.
    private static string Lost(string line, string kept) =>
        LostOf(Spaced().Replace(line, match => match.Length > 1 ? Squeeze(match.Value) : " "), kept);

    private static string LostOf(string line, string kept) =>
        !Labels.Replace(Squeeze(line), "").Any(char.IsLetter)
            ? ""
            : string.Join(
                ' ',
                Words()
                    .Matches(Number().Replace(line.Trim(), ""))
                    .Select(match => match.Value)
                    .Where(word => !kept.Contains(word, StringComparison.Ordinal) && !IsLabel(word))
                    .Select(word => Labels.Replace(word, ""))
                    .Where(word => word.Any(char.IsLetter) && !kept.Contains(word, StringComparison.Ordinal))
            );

    private static bool IsLabel(string word) =>
        Headings.Label(WorkKind.Lesson, word) is not null || StepWords.OfColumn(word) != Role.None || StepWords.OfLabel(word) != Role.None;

    private static string AllText(Recognized read) =>
        string.Join(
            '\n',
            [
                read.Title,
                .. read.Sections.Values,
                .. read.Steps.SelectMany(step => new[] { step.Name, step.Teacher, step.Students, step.Intent }),
                .. read.Keywords,
                .. read.Authors,
            ]
        );

    private static IEnumerable<string> Lines(Block block) =>
        block.Rows is null ? [block.Text ?? ""] : block.Rows.SelectMany(row => row).SelectMany(cell => cell.Blocks.SelectMany(Lines));

    private static string Squeeze(string text) => Blanks().Replace(text, "");

    private static ExtractedDocument Extract(SampleLesson sample)
    {
        if (sample.IsPdf)
            return new ExtractedDocument(
                [string.Join('\n', sample.Lines)],
                [.. sample.Lines.Select(line => new Block { Text = line, IsLine = true })]
            );
        using var word = SampleWord.Write(sample.Lines);
        return TextExtractor.Read(word, ".docx");
    }

    // 课  题：
    [GeneratedRegex(@"(?<!\p{L})(?:\p{L}\s{1,4}){1,3}\p{L}(?=\s?[:：]|\s+\S)|[\u2460-\u2473]")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[\(（]?[0-9一二三四五六七八九十]{1,2}(?:[.．][0-9])?[\)）、.．]|^[0-9](?=\p{L})")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
