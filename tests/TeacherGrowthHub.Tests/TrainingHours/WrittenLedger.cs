using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>A site of its own with two teachers of three lines each, one of them a reversal, and a checkpoint; its tables can be tampered with and put back.</summary>
internal sealed class WrittenLedger : IAsyncDisposable
{
    private readonly HoursStage _stage;
    private readonly List<LedgerEntry> _entries = [];
    private readonly List<LedgerHead> _heads = [];
    private readonly List<DutyBalance> _balances = [];
    private readonly List<Checkpoint> _checkpoints = [];

    private WrittenLedger(HoursStage stage) => _stage = stage;

    public TestSite Site => _stage.Site;
    public string TeacherId => _stage.TeacherId;

    public static async Task<WrittenLedger> MakeAsync(DatabaseProvider provider)
    {
        var site = await TestSite.StartAsync(provider);
        var stage = await HoursStage.SetAsync(site, DutyKind.ClassTeacher);
        var other = await new Cast(site).TeacherAsync(stage.School);
        foreach (var teacher in new[] { stage.TeacherId, other.TeacherId! })
        {
            var line = (await stage.CertifyAsync(stage.County, stage.Posting(4, "a", teacher), stage.Posting(3, "b", teacher)))[0];
            await stage.ReverseAsync(stage.County, line);
        }
        var ledger = new WrittenLedger(stage);
        (await ledger.TakeAsync())!.Number.ShouldBe(1);
        return ledger;
    }

    public Task<LedgerVerdict> VerifyAsync(string? root = null) =>
        Site.InScopeAsync(services => services.GetRequiredService<LedgerVerification>().RunAsync(root));

    /// <summary>Takes a checkpoint and remembers the tables as they are now.</summary>
    public async Task<Checkpoint?> TakeAsync()
    {
        var taken = await Site.InScopeAsync(services => services.GetRequiredService<LedgerCheckpoints>().TakeAsync());
        await WithDatabaseAsync(async database =>
        {
            await RememberAsync(database, _entries);
            await RememberAsync(database, _heads);
            await RememberAsync(database, _balances);
            await RememberAsync(database, _checkpoints);
        });
        return taken;
    }

    public Task WriteMoreAsync() => _stage.CertifyAsync(_stage.County, _stage.Posting(1, "c"));

    public async Task<IReadOnlyList<string>> ColumnsAsync()
    {
        IReadOnlyList<string> columns = [];
        await WithDatabaseAsync(database =>
        {
            columns = [.. database.Model.FindEntityType(typeof(LedgerEntry))!.GetProperties().Select(property => property.Name)];
            return Task.CompletedTask;
        });
        return columns;
    }

    /// <summary>Does something behind the application's back, looks whether it is found, and takes it back.</summary>
    public async Task FindsAsync(string sql, string problem)
    {
        await WithDatabaseAsync(database => database.Database.ExecuteSqlRawAsync(sql));
        (await VerifyAsync()).Problem.ShouldNotBeNull(sql).Text.ShouldContain(problem);
        await PutBackAsync();
    }

    /// <summary>Puts another value into one column of the second line.</summary>
    public Task ChangeAsync(string column) =>
        WithDatabaseAsync(async database =>
        {
            await database.Database.OpenConnectionAsync();
            await using var command = database.Database.GetDbConnection().CreateCommand();
            var line = $"""WHERE "TeacherId" = '{TeacherId}' AND "Sequence" = 2""";
            command.CommandText = $"""SELECT "{column}" FROM "LedgerEntries" {line}""";
            var value = command.CreateParameter();
            (value.ParameterName, value.Value) = ("@value", Other(await command.ExecuteScalarAsync(), column));
            command.CommandText = $"""UPDATE "LedgerEntries" SET "{column}" = @value {line}""";
            command.Parameters.Add(value);
            (await command.ExecuteNonQueryAsync()).ShouldBe(1, column);
        });

    /// <summary>What somebody with the database but without the key would do: another amount, all hashes and the head made to fit.</summary>
    public Task RewriteAsync() =>
        WithDatabaseAsync(async database =>
        {
            var chain = database.Set<LedgerEntry>().Where(entry => entry.TeacherId == TeacherId);
            await chain
                .Where(entry => entry.Sequence == 2)
                .ExecuteUpdateAsync(update => update.SetProperty(entry => entry.RawHundredths, 9900));
            byte[] hash = [];
            foreach (var entry in await chain.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync())
            {
                hash = LedgerHash.Of(entry, hash);
                await chain
                    .Where(line => line.Sequence == entry.Sequence)
                    .ExecuteUpdateAsync(update => update.SetProperty(line => line.Hash, hash));
            }
            await database
                .Set<LedgerHead>()
                .Where(head => head.TeacherId == TeacherId)
                .ExecuteUpdateAsync(update => update.SetProperty(head => head.Hash, hash));
        });

    public Task PutBackAsync() =>
        WithDatabaseAsync(async database =>
        {
            await ReplaceAsync(database, _entries);
            await ReplaceAsync(database, _heads);
            await ReplaceAsync(database, _balances);
            await ReplaceAsync(database, _checkpoints);
            await database.SaveChangesAsync();
        });

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private static object Other(object? before, string column) =>
        before switch
        {
            bool flag => !flag,
            int number => number + 100,
            long number => number + 100,
            string text => text[..^1] + (text[^1] == 'x' ? 'y' : 'x'),
            byte[] bytes => bytes.Reverse().ToArray(),
            _ => column == nameof(LedgerEntry.ReversesSequence) ? 77 : "x",
        };

    private static async Task RememberAsync<T>(HubDbContext database, List<T> rows)
        where T : class
    {
        rows.Clear();
        rows.AddRange(await database.Set<T>().AsNoTracking().ToListAsync());
    }

    private static async Task ReplaceAsync<T>(HubDbContext database, List<T> rows)
        where T : class
    {
        await database.Set<T>().ExecuteDeleteAsync();
        database.AddRange(rows);
    }

    private Task WithDatabaseAsync(Func<HubDbContext, Task> run) =>
        Site.InScopeAsync(services => run(services.GetRequiredService<HubDbContext>()));
}
