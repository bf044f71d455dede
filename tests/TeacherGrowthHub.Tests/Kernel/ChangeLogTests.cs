using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class ChangeLogTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_every_change_once_to_a_reader_with_a_cursor(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var subject = Guid.NewGuid().ToString("N");
        await AppendAsync(site, subject + "-1", subject + "-2");
        await AppendAsync(site, subject + "-3");
        var (seen, end) = await ReadUntilAsync(site, ChangePosition.Start, subject + "-3");
        seen.Where(id => id.StartsWith(subject)).ShouldBe([subject + "-1", subject + "-2", subject + "-3"]);
        await AppendAsync(site, subject + "-4");
        (await ReadUntilAsync(site, end, subject + "-4")).Seen.Where(id => id.StartsWith(subject)).ShouldBe([subject + "-4"]);
    }

    [Fact]
    public async Task Should_lose_no_change_when_two_writers_commit_out_of_order()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Postgres);
        var subject = Guid.NewGuid().ToString("N");
        await using var early = site.Services.CreateAsyncScope();
        await using var late = site.Services.CreateAsyncScope();
        var (first, second) = (
            early.ServiceProvider.GetRequiredService<HubDbContext>(),
            late.ServiceProvider.GetRequiredService<HubDbContext>()
        );
        await using var firstTransaction = await first.Database.BeginTransactionAsync();
        early.ServiceProvider.GetRequiredService<ChangeLog>().Append("test", subject + "-slow");
        await first.SaveChangesAsync();
        await using (var secondTransaction = await second.Database.BeginTransactionAsync())
        {
            late.ServiceProvider.GetRequiredService<ChangeLog>().Append("test", subject + "-fast");
            await second.SaveChangesAsync();
            await secondTransaction.CommitAsync();
        }
        // The later number is committed, the earlier one is not: the reader must not step over it.
        var (seen, cursor) = await ReadAllAsync(site, ChangePosition.Start);
        seen.ShouldNotContain(subject + "-fast");
        await firstTransaction.CommitAsync();
        (await ReadUntilAsync(site, cursor, subject + "-fast"))
            .Seen.Where(id => id.StartsWith(subject))
            .ShouldBe([subject + "-slow", subject + "-fast"], ignoreOrder: true);
    }

    private static Task AppendAsync(TestSite site, params string[] subjects) =>
        site.InScopeAsync(async services =>
        {
            foreach (var subject in subjects)
                services.GetRequiredService<ChangeLog>().Append("test", subject);
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });

    // On PostgreSQL a reader waits for every transaction that began earlier, also those of other tests.
    private static async Task<(List<string> Seen, ChangePosition End)> ReadUntilAsync(TestSite site, ChangePosition from, string subject)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var read = await ReadAllAsync(site, from);
            if (read.Seen.Contains(subject))
                return read;
            deadline.Token.ThrowIfCancellationRequested();
        }
    }

    private static Task<(List<string> Seen, ChangePosition End)> ReadAllAsync(TestSite site, ChangePosition from) =>
        site.InScopeAsync(async services =>
        {
            var log = services.GetRequiredService<ChangeLog>();
            var seen = new List<string>();
            while (await log.ReadAsync(from, 100) is { Count: > 0 } batch)
            {
                seen.AddRange(batch.Select(change => change.SubjectId));
                from = new ChangePosition(batch[^1].TransactionId, batch[^1].Sequence);
            }
            return (seen, from);
        });
}
