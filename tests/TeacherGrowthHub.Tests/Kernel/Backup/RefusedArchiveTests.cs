using System.Text.Json.Nodes;
using TeacherGrowthHub.Kernel.Backup;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel.Backup;

public sealed class RefusedArchiveTests
{
    private const int Flips = 60;
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly Dictionary<DatabaseProvider, string> Archives = [];

    private static string DatabasePart(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? "database/hub.db" : "database/Works.copy";

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_damaged_archive_and_name_what_is_wrong(DatabaseProvider provider)
    {
        var archive = await ArchiveAsync(provider);
        var target = await Installation.EmptyAsync(provider);
        (string File, string Says)[] damages =
        [
            (DamagedArchives.Truncated(archive), "damaged"),
            (DamagedArchives.WithForgedEntry(archive, DatabasePart(provider)), DatabasePart(provider)),
            (DamagedArchives.WithForgedEntry(archive, "files/"), "files/"),
            (DamagedArchives.WithForgedEntry(archive, "keys/"), "keys/"),
            (DamagedArchives.WithForgedEntry(archive, "manifest.json"), "manifest.json is not what was written"),
            (DamagedArchives.Without(archive, "files/"), "is missing"),
            (DamagedArchives.Without(archive, DatabasePart(provider)), DatabasePart(provider) + " is missing"),
            (DamagedArchives.Without(archive, "manifest.json"), "no manifest.json"),
            (DamagedArchives.With(archive, "files/aa/" + new string('a', 64)), "does not belong there"),
            (DamagedArchives.With(archive, "../../evil.sh"), "does not belong there, “../../evil.sh”"),
            (DamagedArchives.With(archive, "/etc/cron.d/evil"), "does not belong there"),
            (DamagedArchives.With(archive, "keys/../../x.xml"), "does not belong there"),
            (DamagedArchives.With(archive, DatabasePart(provider)), "does not belong there"),
        ];
        foreach (var (file, says) in damages)
        {
            (await target.RefusalAsync(file)).ShouldContain(says);
            await target.ShouldBeEmptyAsync();
        }
        var nothing = Installation.NewArchive();
        await File.WriteAllTextAsync(nothing, "not an archive");
        (await target.RefusalAsync(nothing)).ShouldContain("damaged");
        await target.ShouldBeEmptyAsync();
    }

    /// <summary>Every flipped bit is either found or stands where nothing is said, such as a time stamp of the zip.</summary>
    [Fact]
    public async Task Should_find_a_flipped_bit_or_read_the_very_same_content()
    {
        var archive = await ArchiveAsync(DatabaseProvider.Sqlite);
        var length = new FileInfo(archive).Length;
        var target = await Installation.EmptyAsync(DatabaseProvider.Sqlite);
        var random = new Random(20261126);
        var found = await target.WithAsync(async services =>
        {
            var refused = 0;
            for (var i = 0; i < Flips; i++)
            {
                // Half of them in the directory at the end, where most of the zip's own words stand.
                var at = i % 2 == 0 ? random.NextInt64(length) : length - 1 - random.NextInt64(4096);
                var flipped = DamagedArchives.Flipped(archive, at);
                refused += await IsSoundAsync(services, flipped) ? 0 : 1;
                File.Delete(flipped);
            }
            return refused;
        });
        await target.ShouldBeEmptyAsync();
        found.ShouldBeGreaterThan(Flips / 2);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_an_archive_of_a_newer_version_or_of_the_other_engine(DatabaseProvider provider)
    {
        var archive = await ArchiveAsync(provider);
        var target = await Installation.EmptyAsync(provider);
        var other = provider == DatabaseProvider.Sqlite ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite;
        var newer = DamagedArchives.WithManifest(archive, manifest => manifest["migrations"]!.AsArray().Add("20990101000000_Future"));
        (await target.RefusalAsync(newer)).ShouldContain("20990101000000_Future");
        var layout = DamagedArchives.WithManifest(
            archive,
            manifest =>
            {
                manifest["format"] = 2;
                manifest["somethingNew"] = new JsonObject();
            }
        );
        (await target.RefusalAsync(layout)).ShouldContain("format 2");
        var elsewhere = await Installation.EmptyAsync(other);
        (await elsewhere.RefusalAsync(archive)).ShouldContain(provider.ToString());
        await target.ShouldBeEmptyAsync();
        await elsewhere.ShouldBeEmptyAsync();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_target_that_is_not_empty_and_leave_it_as_it_is(DatabaseProvider provider)
    {
        var archive = await ArchiveAsync(provider);
        var target = await Installation.EmptyAsync(provider);
        var mine = Path.Combine(target.Folder, "blobs", "mine");
        Directory.CreateDirectory(Path.GetDirectoryName(mine)!);
        await File.WriteAllTextAsync(mine, "mine");
        (await target.RefusalAsync(archive)).ShouldContain("blobs/mine");
        (await File.ReadAllTextAsync(mine)).ShouldBe("mine");
        Directory.Exists(target.Restoring).ShouldBeFalse();
        await target.DatabaseShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Should_refuse_a_database_that_holds_a_table()
    {
        var archive = await ArchiveAsync(DatabaseProvider.Postgres);
        var target = await Installation.EmptyAsync(DatabaseProvider.Postgres);
        await using var connection = new Npgsql.NpgsqlConnection(target.Settings[TestSite.ConnectionKey]);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("CREATE TABLE mine (x int)", connection);
        await command.ExecuteNonQueryAsync();
        (await target.RefusalAsync(archive)).ShouldContain("table mine");
        Directory.Exists(target.Restoring).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_not_overwrite_an_archive_unless_told_nor_make_one_of_nothing()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var archive = Installation.NewArchive();
        await File.WriteAllTextAsync(archive, "older");
        var refusal = await Should.ThrowAsync<BackupRefusedException>(() => Installation.BackUpAsync(site, new BackupRequest(archive)));
        refusal.Message.ShouldContain("--force");
        (await File.ReadAllTextAsync(archive)).ShouldBe("older");
        await Installation.BackUpAsync(site, new BackupRequest(archive, Overwrite: true));
        new FileInfo(archive).Length.ShouldBeGreaterThan(1000);
        var nothing = await Installation.EmptyAsync(DatabaseProvider.Sqlite);
        (await Should.ThrowAsync<BackupRefusedException>(() => nothing.WithAsync(services => BackUpAsync(services)))).Message.ShouldContain(
            "no database"
        );
        await nothing.ShouldBeEmptyAsync();
    }

    private static Task<BackupManifest> BackUpAsync(IServiceProvider services) =>
        Get<SiteBackup>(services).WriteAsync(new BackupRequest(Installation.NewArchive()), Installation.Silent, default);

    private static async Task<bool> IsSoundAsync(IServiceProvider services, string archive)
    {
        try
        {
            await Get<SiteRestore>(services).CheckAsync(archive, Installation.Silent, default);
            return true;
        }
        catch (BackupRefusedException)
        {
            return false;
        }
    }

    private static T Get<T>(IServiceProvider services)
        where T : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(services);

    // One archive per engine, of the site that other tests are writing to.
    private static async Task<string> ArchiveAsync(DatabaseProvider provider)
    {
        await Gate.WaitAsync();
        try
        {
            if (!Archives.TryGetValue(provider, out var archive))
            {
                var stage = await TeacherGrowthHub.Tests.ResourceBank.Stage.SetAsync(provider);
                using var visitor = new Visitor(stage.Site);
                await visitor.PageAsync("/account/signin");
                archive = Installation.NewArchive();
                await stage.Site.InScopeAsync(services =>
                    Get<TeacherGrowthHub.Kernel.Blobs.IBlobStore>(services).WriteAsync(new MemoryStream(new byte[100_000]))
                );
                await Installation.BackUpAsync(stage.Site, new BackupRequest(archive));
                Archives[provider] = archive;
            }
            return archive;
        }
        finally
        {
            Gate.Release();
        }
    }
}
