using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

public sealed class PersonalDataTests
{
    // Tables with a person's id that the archive leaves out, and why.
    private static readonly Dictionary<Type, string> LeftOut = new()
    {
        [typeof(IdentityUserClaim<string>)] = "never written: roles are RoleHoldings",
        [typeof(IdentityUserToken<string>)] = "keys of authenticator apps and recovery codes: a lost archive must open nothing",
    };

    private static readonly string[] Ids = ["AccountId", "TeacherId", "UserId", "OwnerId"];

    [Fact]
    public async Task Should_cover_every_table_that_holds_a_persons_id()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        await site.InScopeAsync(services =>
        {
            var covered = services.GetServices<IPersonalDataSource>().SelectMany(source => source.Covers).ToHashSet();
            var personal = services
                .GetRequiredService<HubDbContext>()
                .Model.GetEntityTypes()
                .Where(entity => !entity.IsOwned() && entity.GetProperties().Any(property => Ids.Contains(property.Name)))
                .Select(entity => entity.ClrType)
                .ToList();
            personal.Count.ShouldBeGreaterThan(10);
            personal.Where(type => !covered.Contains(type) && !LeftOut.ContainsKey(type)).ShouldBeEmpty();
            LeftOut.Keys.Where(covered.Contains).ShouldBeEmpty();
            return Task.CompletedTask;
        });
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_a_person_everything_and_nothing_of_others(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var cast = new Cast(stage.Site);
        var own = await stage.DraftAsync("我的\U00020bb7教案");
        await AddFileAsync(stage, own, "备课.txt", "第一课");
        var others = await stage.InDraftsAsync(drafts =>
            drafts.CreateAsync(TeacherGrowthHub.ResourceBank.Domain.WorkKind.Lesson, Stage.Complete("别人的教案"), stage.Reviewer)
        );
        await stage.Site.InScopeAsync(services =>
        {
            services.GetRequiredService<NotificationSender>().Send(stage.Author.AccountId!, "/my", "给我的通知");
            services.GetRequiredService<NotificationSender>().Send(stage.Reviewer.AccountId!, "/my", "给别人的通知");
            return services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });
        using var visitor = await Visitor.SignedInAsync(stage.Site, await cast.LoginOfAsync(stage.Author));
        var answer = await visitor.SubmitAsync("/my/privacy", [], "Download");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        var files = Read(await answer.Content.ReadAsByteArrayAsync());
        files["people/account.json"].ShouldContain(stage.Author.Name);
        files["people/teacher.json"].ShouldContain(stage.Author.TeacherId!);
        files["people/posts.json"].ShouldContain(stage.School.Name);
        files["people/consents.json"].ShouldContain("privacy");
        files["site/notifications.json"].ShouldContain("给我的通知");
        files["site/audit.json"].ShouldContain("PersonalData.Downloaded");
        files["works/works.json"].ShouldContain("教案");
        files.Single(file => file.Key.EndsWith("备课.txt", StringComparison.Ordinal)).Value.ShouldBe("第一课");
        var all = string.Concat(files.Values);
        foreach (
            var foreign in (string[])["给别人的通知", "别人的教案", others.Id, stage.Reviewer.AccountId!, "PasswordHash", "SecurityStamp"]
        )
            all.ShouldNotContain(foreign);
    }

    [Fact]
    public async Task Should_refuse_a_guest()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        (await guest.GetAsync("/my/privacy")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await guest.Client.PostAsync("/my/privacy?handler=Download", null)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static Task AddFileAsync(Stage stage, string workId, string name, string text) =>
        stage.Site.InScopeAsync(async services =>
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
            await services.GetRequiredService<FileIntake>().AddAsync(workId, name, content, stage.Author, CancellationToken.None);
        });

    private static Dictionary<string, string> Read(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open()).ReadToEnd());
    }
}
