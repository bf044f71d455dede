using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Backup;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel.Backup;

/// <summary>SIGKILL at several moments of a backup and of a restore, then once more to the end.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class KilledBackupTests
{
    private const int Files = 120;
    private const int FileBytes = 1 << 20;
    private static readonly long[] Moments = [1, 20L << 20, 50L << 20, 80L << 20];

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_harm_nothing_when_it_dies_and_succeed_the_next_time(DatabaseProvider provider)
    {
        Dictionary<string, string?> settings = new()
        {
            ["Database:Provider"] = provider.ToString(),
            [TestSite.ConnectionKey] = provider == DatabaseProvider.Postgres ? await TestSite.NewDatabaseAsync() : null,
        };
        var archive = Installation.NewArchive();
        int works;
        await using (var site = await TestSite.StartAsync(provider, settings: settings))
        {
            await FillAsync(site);
            foreach (var moment in Moments)
                await KillBackupAsync(site, settings, archive, moment);
            works = await BackUpAsync(site, settings, archive);
        }
        var target = await Installation.EmptyAsync(provider);
        target.Settings["Database:Provider"] = provider.ToString();
        foreach (var moment in Moments)
            await KillRestoreAsync(target, archive, () => SizeOf(target.Restoring) >= moment);
        await KillRestoreAsync(target, archive, () => File.Exists(Path.Combine(target.Restoring, SiteRestore.Provenance)));
        await RestoreAsync(target, archive, works);
        if (provider == DatabaseProvider.Postgres)
            await ShouldFinishWhatOnlyLacksItsNameAsync(target, archive, works);
    }

    private static async Task FillAsync(TestSite site)
    {
        var blobs = site.Services.GetRequiredService<IBlobStore>();
        for (var i = 0; i < Files; i++)
            await blobs.WriteAsync(new MemoryStream(RandomNumberGenerator.GetBytes(FileBytes)));
    }

    private static async Task KillBackupAsync(TestSite site, Dictionary<string, string?> settings, string archive, long moment)
    {
        var partial = new FileInfo(archive + ".partial");
        using (var verb = VerbProcess.Start(site.Folder, settings, "backup", archive))
            await UntilAsync(
                verb,
                () =>
                {
                    partial.Refresh();
                    return partial.Exists && partial.Length >= moment;
                }
            );
        File.Exists(archive).ShouldBeFalse();
        // The site goes on as if nothing had been.
        using var guest = new Visitor(site);
        (await guest.GetAsync("/resources")).EnsureSuccessStatusCode();
        var cast = new Cast(site);
        await cast.TeacherAsync(await cast.SchoolAsync());
    }

    private static async Task<int> BackUpAsync(TestSite site, Dictionary<string, string?> settings, string archive)
    {
        using var verb = VerbProcess.Start(site.Folder, settings, "backup", archive);
        var (code, said) = await verb.EndAsync();
        code.ShouldBe(0, said);
        said.ShouldContain("Backing up: 100 %");
        File.Exists(archive + ".partial").ShouldBeFalse();
        Directory.EnumerateFiles(site.Folder, "backup.*").ShouldBeEmpty();
        (File.GetUnixFileMode(archive) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)).ShouldBe(UnixFileMode.None);
        return await new Installation(Enum.Parse<DatabaseProvider>(settings["Database:Provider"]!), site.Folder, settings).WorksAsync();
    }

    private static async Task KillRestoreAsync(Installation target, string archive, Func<bool> moment)
    {
        using (var verb = VerbProcess.Start(target.Folder, target.Settings, "restore", archive))
            await UntilAsync(verb, moment);
        if (Directory.Exists(target.Folder) && Directory.EnumerateFiles(target.Folder, "*", SearchOption.AllDirectories).Any())
            Assert.Fail("the data folder got something before the end");
        await target.DatabaseShouldBeEmptyAsync();
    }

    private static async Task RestoreAsync(Installation target, string archive, int works)
    {
        using var verb = VerbProcess.Start(target.Folder, target.Settings, "restore", archive);
        var (code, said) = await verb.EndAsync();
        code.ShouldBe(0, said);
        Directory.Exists(target.Restoring).ShouldBeFalse();
        (await target.WorksAsync()).ShouldBe(works);
        Directory
            .EnumerateFiles(Path.Combine(target.Folder, "blobs"), "*", SearchOption.AllDirectories)
            .Count()
            .ShouldBeGreaterThanOrEqualTo(Files);
    }

    /// <summary>The state of a process killed between the commit and the renaming.</summary>
    private static async Task ShouldFinishWhatOnlyLacksItsNameAsync(Installation target, string archive, int works)
    {
        Directory.Move(target.Folder, target.Restoring);
        await RestoreAsync(target, archive, works);
        Directory.Move(target.Folder, target.Restoring);
        await using (var app = await TestSite.BuildAsync(target.Provider, target.Folder, settings: target.Settings))
        await using (var scope = app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<TeacherGrowthHub.Kernel.Changes.ChangeLog>().Append("test", "x");
            await scope.ServiceProvider.GetRequiredService<HubDbContext>().SaveChangesAsync();
        }
        (await target.RefusalAsync(archive)).ShouldContain("not empty", customMessage: "somebody has written to that database");
        Directory.Exists(target.Restoring).ShouldBeTrue();
    }

    private static async Task UntilAsync(VerbProcess verb, Func<bool> moment)
    {
        while (!moment())
        {
            if (verb.HasEnded)
                Assert.Fail("It ended before the moment to kill it: " + (await verb.EndAsync()).Said);
            await Task.Yield();
        }
    }

    private static long SizeOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Exists ? file.Length : 0);
        }
        catch (IOException)
        {
            // The restore has not made the folder yet, or takes what a dead one left out of its way at this moment.
            return 0;
        }
    }
}
