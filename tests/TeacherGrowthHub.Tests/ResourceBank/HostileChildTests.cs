using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>What ends the process that reads it ends a child; the site goes on, keeps the file and says why it has no text.</summary>
public sealed class HostileChildTests
{
    public static TheoryData<string> Kinds => [.. HostileStacks.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_outlive_a_file_that_ends_its_reader(string kind)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        await Tus.AttachAsync(author, stage.Site, id, "stack.pdf", HostileStacks.All[kind]());
        var page = await author.PageAsync("/my/resources/" + id);
        page.QuerySelectorAll(".hub-row .tone.is-warn")
            .ShouldHaveSingleItem()
            .TextContent.ShouldBe("文件内文字不可搜索（文件内部结构异常，读到一半停了下来；文件本身已保留）");
        var file = (await stage.WorkAsync(id)).Working!.Files.ShouldHaveSingleItem();
        file.HasBeenRead.ShouldBeTrue();
        (await author.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Tus.AttachAsync(author, stage.Site, id, "good.docx", Documents.Lesson("之后照常读取 " + kind));
        (await author.PageAsync("/my/resources/" + id)).QuerySelectorAll(".hub-row .tone.is-ok").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_tell_the_log_in_few_words()
    {
        var log = new Words();
        var result = await ReadAsync(log, []);
        result.Document.ShouldBeNull();
        log.Said.ShouldHaveSingleItem().Length.ShouldBeLessThan(800, "the child itself says several million letters");
        log.Said[0].ShouldContain("Stack overflow");
    }

    [Fact]
    public async Task Should_stop_a_reader_that_takes_too_long()
    {
        var result = await ReadAsync(new Words(), new() { ["Extraction:TimeLimit"] = "00:00:00.001" });
        result.Document.ShouldBeNull();
        result.Reason!.ShouldContain("用时太长");
    }

    [Fact]
    public void Should_give_a_reader_twenty_seconds() => new ExtractionOptions().TimeLimit.ShouldBe(TimeSpan.FromSeconds(20));

    private static async Task<ExtractionResult> ReadAsync(Words log, Dictionary<string, string?> settings)
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var process = new ExtractionProcess(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            site.Services.GetRequiredService<DataFolder>(),
            TimeProvider.System,
            log
        );
        var path = Path.Combine(Directory.CreateTempSubdirectory("hub-hostile-").FullName, "a.pdf");
        await File.WriteAllBytesAsync(path, HostileStacks.All["a function that holds itself"]());
        return await process.ReadAsync(path, ".pdf", default);
    }

    private sealed class Words : ILogger<ExtractionProcess>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel level,
            EventId id,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Said.Add(formatter(state, exception));
    }
}
