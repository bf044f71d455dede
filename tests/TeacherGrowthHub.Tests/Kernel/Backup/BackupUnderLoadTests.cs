using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Backup;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel.Backup;

/// <summary>A site that is written to while it is backed up, and what stands up elsewhere from the archive.</summary>
public sealed class BackupUnderLoadTests
{
    private const int Writers = 4;
    private const int BeforeTheBackup = 12;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_bring_back_elsewhere_everything_that_was_acknowledged_before_it_began(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var stage = new Stage(site, school, await cast.TeacherAsync(school), await cast.TeacherAsync(school, "SchoolReviewer"));
        var title = "备份" + Guid.NewGuid().ToString("N")[..8];
        var published = await stage.PublishedAsync(title);
        using var session = await stage.SignInAsync();
        var archive = Installation.NewArchive();
        var acknowledged = await WriteWhileAsync(stage, () => Installation.BackUpAsync(site, new BackupRequest(archive)));

        var elsewhere = await Installation.EmptyAsync(provider);
        await elsewhere.RestoreAsync(archive);
        await using var restored = await elsewhere.StartAsync();

        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(BeforeTheBackup);
        foreach (var (id, bytes) in acknowledged)
            await ShouldHoldAsync(restored, id, bytes);
        await ShouldHaveAWholeTrailAsync(restored);
        var there = stage with { Site = restored };
        (await (await there.SignInAsync()).GetAsync("/my")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await restored.SettleAsync();
        await ShouldFindAsync(restored, title, published);
        // Whoever was signed in still is; what is written after the restore is indexed, though its server counts transactions anew.
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(restored.Address, "/my"));
        again.Headers.Add("Cookie", session.Cookies);
        using var plain = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        (await plain.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var later = "之后" + Guid.NewGuid().ToString("N")[..8];
        var latest = await there.PublishedAsync(later);
        await restored.SettleAsync();
        await ShouldFindAsync(restored, later, latest);
    }

    /// <summary>Several writers add drafts with files until the work is done.</summary>
    /// <returns>The drafts that were acknowledged before it began, each with the bytes of its file.</returns>
    private static async Task<IReadOnlyList<(string Id, byte[] Bytes)>> WriteWhileAsync(Stage stage, Func<Task> work)
    {
        var acknowledged = new ConcurrentQueue<(string, byte[])>();
        using var enough = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable
            .Range(0, Writers)
            .Select(_ => Task.Run(() => WriteAsync(stage, acknowledged, enough, stop.Token)))
            .ToList();
        for (var i = 0; i < BeforeTheBackup; i++)
            (await enough.WaitAsync(TimeSpan.FromMinutes(3))).ShouldBeTrue("the writers stand still");
        var before = acknowledged.ToList();
        await work();
        var during = acknowledged.Count - before.Count;
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        during.ShouldBeGreaterThan(0, "nobody wrote while the backup ran");
        return before;
    }

    private static async Task WriteAsync(
        Stage stage,
        ConcurrentQueue<(string, byte[])> acknowledged,
        SemaphoreSlim enough,
        CancellationToken stop
    )
    {
        while (!stop.IsCancellationRequested)
        {
            var id = await stage.DraftAsync();
            byte[] bytes = [0x89, .. "PNG\r\n"u8, .. RandomNumberGenerator.GetBytes(200_000)];
            await stage.Site.InScopeAsync(services =>
                services.GetRequiredService<FileIntake>().AddAsync(id, "picture.png", new MemoryStream(bytes), stage.Author, default)
            );
            acknowledged.Enqueue((id, bytes));
            enough.Release();
        }
    }

    private static Task ShouldHoldAsync(TestSite site, string id, byte[] bytes) =>
        site.InScopeAsync(async services =>
        {
            var file = await services
                .GetRequiredService<HubDbContext>()
                .Set<WorkVersion>()
                .Where(version => version.WorkId == id)
                .SelectMany(version => version.Files)
                .SingleAsync();
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenAsync(file.Hash);
            using var copy = new MemoryStream();
            await stored.ShouldNotBeNull().CopyToAsync(copy);
            copy.ToArray().ShouldBe(bytes);
        });

    private static Task ShouldHaveAWholeTrailAsync(TestSite site) =>
        site.InScopeAsync(async services =>
        {
            var lines = await services.GetRequiredService<HubDbContext>().Set<AuditEntry>().AsNoTracking().OrderBy(l => l.Id).ToListAsync();
            lines.Count.ShouldBeGreaterThan(BeforeTheBackup);
            var (number, hash) = (0L, "");
            foreach (var line in lines)
            {
                line.Id.ShouldBe(++number);
                line.Hash.ShouldBe(AuditChain.HashOf(line, hash));
                hash = line.Hash;
            }
        });

    private static async Task ShouldFindAsync(TestSite site, string title, string id)
    {
        using var guest = new Visitor(site);
        (await guest.PageAsync("/search?q=" + Uri.EscapeDataString(title)))
            .QuerySelectorAll(".hub-hit a")
            .ShouldContain(link => link.GetAttribute("href")!.Contains(id, StringComparison.Ordinal));
    }
}
