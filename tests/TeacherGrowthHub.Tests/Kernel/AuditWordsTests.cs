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
        var recorded = Sources()
            .SelectMany(text => Action().Matches(text).Select(match => match.Groups["action"].Value))
            .Distinct()
            .ToList();
        recorded.Count.ShouldBeGreaterThan(50);
        recorded.Where(action => !words.Contains(action)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_have_no_words_for_what_nothing_records()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var words = site.Services.GetServices<IAuditWords>().ToList();
        var code = string.Concat(Sources());
        var views = View().Matches(code).Select(match => match.Groups["kind"].Value + ".Viewed").ToHashSet();
        var actions = words.SelectMany(source => source.Actions.Keys);
        actions.Where(action => !views.Contains(action) && !code.Contains($"\"{action}\"")).ShouldBeEmpty();
        var kinds = words.SelectMany(source => source.Kinds.Keys);
        kinds.Where(kind => !code.Contains($"nameof({kind})") && !code.Contains($"\"{kind}\"")).ShouldBeEmpty();
    }

    // The words themselves are no use of them.
    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(TestData.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/") && !path.EndsWith("AuditWords.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    [GeneratedRegex("RecordViewAsync\\([^;\"]*?nameof\\((?<kind>[A-Za-z]+)\\)")]
    private static partial Regex View();

    // The first literal of that shape in a call that records.
    [GeneratedRegex("Record(?:Seldom|View)?(?:Async)?\\((?:[^;\"]*?)\"(?<action>[A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+)\"")]
    private static partial Regex Action();
}
