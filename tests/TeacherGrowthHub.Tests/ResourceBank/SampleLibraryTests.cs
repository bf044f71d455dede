using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Privacy;
using TeacherGrowthHub.ResourceBank.Recipes;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>The shipped samples are worth a teacher's reading, and no two are alike.</summary>
public sealed partial class SampleLibraryTests
{
    private const int Gram = 12;

    private static IReadOnlyList<(string Type, WorkContent Content)> Samples { get; } = Read();

    [Fact]
    public void Should_hold_fifty_of_each_over_all_areas_and_stages()
    {
        foreach (var type in new[] { "Lesson", "Paper", "CaseReport" })
        {
            var works = Samples.Where(sample => sample.Type == type).Select(sample => sample.Content).ToList();
            works.Count.ShouldBe(50, type);
            string.Join(' ', works.SelectMany(work => work.Areas).Distinct().Order()).ShouldBe("A B C D E F", type);
            string.Join(' ', works.SelectMany(work => work.Stages).Distinct().Order()).ShouldBe("J P1 P2 P3 S", type);
        }
    }

    [Fact]
    public void Should_hold_lessons_whose_minutes_fill_one_period()
    {
        var lessons = Samples.Where(sample => sample.Type == "Lesson").ToList();
        lessons.ShouldNotBeEmpty();
        foreach (var (_, lesson) in lessons)
        {
            lesson.Steps.Sum(step => step.Minutes ?? 0).ShouldBe(lesson.Minutes!.Value, lesson.Title);
            lesson.Minutes.Value.ShouldBeOneOf(40, 45);
            Length(lesson).ShouldBeGreaterThanOrEqualTo(800, lesson.Title);
            SubmissionRules.Problems(WorkKind.Lesson, lesson, 0).ShouldBeEmpty(lesson.Title);
        }
    }

    [Fact]
    public void Should_hold_cases_that_identify_nobody()
    {
        var cases = Samples.Where(sample => sample.Type == "CaseReport").ToList();
        cases.ShouldNotBeEmpty();
        foreach (var (_, report) in cases)
        {
            Length(report).ShouldBeGreaterThanOrEqualTo(600, report.Title);
            report.Grades.ShouldBeEmpty();
            new IdentifierScanner([]).Scan(AllText(report)).ShouldBeEmpty(report.Title);
        }
    }

    [Fact]
    public void Should_hold_papers_of_some_length()
    {
        foreach (var (_, paper) in Samples.Where(sample => sample.Type == "Paper"))
            Length(paper).ShouldBeGreaterThanOrEqualTo(800, paper.Title);
    }

    [Fact]
    public void Should_hold_no_two_alike()
    {
        var grams = Samples.Select(sample => (sample.Content.Title, Grams: GramsOf(AllText(sample.Content)))).ToList();
        for (var i = 0; i < grams.Count; i++)
        for (var j = 0; j < i; j++)
        {
            var shared = grams[i].Grams.Count(grams[j].Grams.Contains) / (double)Math.Min(grams[i].Grams.Count, grams[j].Grams.Count);
            shared.ShouldBeLessThan(.05, $"{grams[i].Title} ~ {grams[j].Title}");
        }
        grams.Select(sample => sample.Title).ShouldBeUnique();
    }

    private static int Length(WorkContent content) => Ideograph().Count(AllText(content));

    private static string AllText(WorkContent content) =>
        string.Join(
            '\n',
            content.Sections.Values.Concat(
                content.Steps.Select(step => string.Join('\n', step.Name, step.Teacher, step.Students, step.Intent))
            )
        );

    private static HashSet<string> GramsOf(string text)
    {
        var plain = string.Concat(Ideograph().Matches(text).Select(match => match.Value));
        return [.. Enumerable.Range(0, Math.Max(0, plain.Length - Gram)).Select(i => plain.Substring(i, Gram))];
    }

    private static IReadOnlyList<(string, WorkContent)> Read()
    {
        return
        [
            .. new[] { "lessons", "papers", "cases" }
                .SelectMany(name =>
                    JsonNode.Parse(File.ReadAllText(Path.Combine(TestData.Repository, $"content-recipes/sample-{name}.recipe.json")))![
                        "steps"
                    ]![0]!["data"]!.AsArray()
                )
                .Select(item => item!.AsObject())
                .Select(item =>
                {
                    var type = item["ContentType"]!.ToString();
                    var source = WorkItemReader.Read(item, KindProfile.All.Single(profile => profile.ContentType == type));
                    source.IsSample.ShouldBeTrue();
                    return (type, source.Content);
                }),
        ];
    }

    [GeneratedRegex(@"[\u3400-鿿]")]
    private static partial Regex Ideograph();
}
