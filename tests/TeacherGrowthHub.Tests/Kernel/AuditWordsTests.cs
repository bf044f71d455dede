using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed partial class AuditWordsTests
{
    [Fact]
    public async Task Should_have_words_for_every_action_that_the_code_records()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var words = site.Services.GetServices<IAuditWords>().SelectMany(source => source.Actions.Keys).ToHashSet();
        var recorded = Directory
            .EnumerateFiles(Path.Combine(TestData.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/"))
            .SelectMany(path => Action().Matches(File.ReadAllText(path)).Select(match => match.Groups["action"].Value))
            .Distinct()
            .ToList();
        recorded.Count.ShouldBeGreaterThan(50);
        recorded.Where(action => !words.Contains(action)).ShouldBeEmpty();
    }

    // The first literal of that shape in a call that records.
    [GeneratedRegex("Record(?:Seldom|View)?(?:Async)?\\((?:[^;\"]*?)\"(?<action>[A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+)\"")]
    private static partial Regex Action();
}
