using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class LedgerVerifyTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_a_change_in_any_column_of_any_line(DatabaseProvider provider)
    {
        await using var ledger = await WrittenLedger.MakeAsync(provider);
        (await ledger.VerifyAsync()).Problem.ShouldBeNull();
        var columns = await ledger.ColumnsAsync();
        columns.Count.ShouldBeGreaterThan(20);
        foreach (var column in columns)
        {
            await ledger.ChangeAsync(column);
            (await ledger.VerifyAsync()).Problem.ShouldNotBeNull(column);
            await ledger.PutBackAsync();
        }
        (await ledger.VerifyAsync()).Problem.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_lines_that_were_removed_put_in_or_rewritten(DatabaseProvider provider)
    {
        await using var ledger = await WrittenLedger.MakeAsync(provider);
        var teacher = ledger.TeacherId;
        await ledger.FindsAsync(
            $"""DELETE FROM "LedgerEntries" WHERE "TeacherId" = '{teacher}' AND "Sequence" = 2""",
            $"{teacher}/2 is missing"
        );
        await ledger.FindsAsync($"""DELETE FROM "LedgerEntries" WHERE "TeacherId" = '{teacher}' AND "Sequence" = 3""", "ends at line 2");
        await ledger.FindsAsync(
            $"""DELETE FROM "LedgerEntries" WHERE "TeacherId" = '{teacher}'; DELETE FROM "LedgerHeads" WHERE "TeacherId" = '{teacher}'""",
            "not the one of checkpoint 1"
        );
        await ledger.FindsAsync($"""DELETE FROM "LedgerEntries" WHERE "TeacherId" = '{teacher}'""", "has lost its 3 lines");
        await ledger.FindsAsync(
            $"""UPDATE "LedgerEntries" SET "Sequence" = 4 WHERE "TeacherId" = '{teacher}' AND "Sequence" = 3""",
            $"{teacher}/3 is missing"
        );
        await ledger.FindsAsync(
            $"""UPDATE "DutyBalances" SET "CountedHundredths" = 9900 WHERE "TeacherId" = '{teacher}'""",
            "not what the ledger gives"
        );
        (await ledger.VerifyAsync()).IsWhole.ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_a_chain_rewritten_with_right_hashes_by_its_checkpoint(DatabaseProvider provider)
    {
        await using var ledger = await WrittenLedger.MakeAsync(provider);
        await ledger.RewriteAsync();
        (await ledger.VerifyAsync()).Problem!.Text.ShouldContain("not the one of checkpoint 1");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_find_checkpoints_that_were_removed_or_changed(DatabaseProvider provider)
    {
        await using var ledger = await WrittenLedger.MakeAsync(provider);
        await ledger.WriteMoreAsync();
        (await ledger.TakeAsync())!.Number.ShouldBe(2);
        (await ledger.VerifyAsync()).Newest!.Number.ShouldBe(2);
        await ledger.FindsAsync("""DELETE FROM "LedgerCheckpoints" WHERE "Number" = 2""", "no longer in the database");
        await ledger.FindsAsync("""DELETE FROM "LedgerCheckpoints" WHERE "Number" = 1""", "Checkpoint 1 is missing");
        await ledger.FindsAsync("""UPDATE "LedgerCheckpoints" SET "Entries" = 1 WHERE "Number" = 2""", "was not signed");
        var noted = Convert.ToHexStringLower((await ledger.VerifyAsync()).Newest!.Root);
        (await ledger.VerifyAsync(noted)).IsWhole.ShouldBeTrue();
        (await ledger.VerifyAsync(new string('0', 64))).Problem!.Text.ShouldContain("No checkpoint has the root");
    }

    [Fact]
    public async Task Should_append_to_the_file_what_a_crash_kept_from_it()
    {
        await using var ledger = await WrittenLedger.MakeAsync(DatabaseProvider.Sqlite);
        var file = Path.Combine(ledger.Site.Folder, "ledger", "checkpoints.jsonl");
        var line = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, line[..20]);
        (await ledger.VerifyAsync()).IsWhole.ShouldBeTrue();
        await ledger.TakeAsync();
        (await File.ReadAllTextAsync(file)).ShouldBe(line);
    }

    [Fact]
    public async Task Should_take_no_checkpoint_of_what_did_not_change_and_keep_its_key_to_the_owner()
    {
        await using var ledger = await WrittenLedger.MakeAsync(DatabaseProvider.Sqlite);
        (await ledger.TakeAsync())!.Number.ShouldBe(1);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(ledger.Site.Folder, "ledger", "key.pem"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
