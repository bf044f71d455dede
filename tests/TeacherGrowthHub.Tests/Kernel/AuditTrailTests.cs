using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class AuditTrailTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_who_did_what_when_and_what_it_was_before(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var begin = DateTime.UtcNow;
        var id = await stage.SubmittedAsync("审计");
        await stage.AsReviewerAsync(reviews => reviews.ReturnAsync(id, "补充", stage.Reviewer));
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsAuthorAsync(drafts => drafts.RecallAsync(id, stage.Author));
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        await stage.AsAuthorAsync(drafts => drafts.ReviseAsync(id, stage.Author));
        await stage.AsAuthorAsync(drafts => drafts.DeleteDraftAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.TakeDownAsync(id, "版权", stage.Reviewer));
        var lines = await LinesAsync(stage.Site, id);
        lines
            .Select(line => $"{line.ActorName == stage.Author.Name} {line.Action} {State(line.Before)}>{State(line.After)}")
            .ShouldBe([
                "True Work.Created >Draft",
                "True Work.Submitted Draft>Submitted",
                "False Work.Returned Submitted>Returned",
                "True Work.Submitted Returned>Submitted",
                "True Work.Recalled Submitted>Draft",
                "True Work.Submitted Draft>Submitted",
                "False Work.Published Submitted>Published",
                "True Work.Revised Published>Draft",
                "True Work.DraftDeleted Draft>",
                "False Work.TakenDown Published>Published",
            ]);
        lines.ShouldAllBe(line => line.SubjectKind == nameof(Work) && line.At >= begin && line.At <= DateTime.UtcNow);
        lines[2].AccountId.ShouldBe(stage.Reviewer.AccountId);
        lines[2].After!.ShouldContain("补充");
        lines[^1].After!.ShouldContain("版权");
    }

    [Fact]
    public async Task Should_keep_from_where_a_request_came_and_nothing_for_the_application_itself()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(site);
        var teacher = await cast.TeacherAsync(await cast.SchoolAsync());
        using var visitor = await Visitor.SignedInAsync(site, await cast.LoginOfAsync(teacher));
        var lines = await LinesAsync(site, teacher.AccountId!);
        lines.Select(line => (line.Action, line.Address)).ShouldBe([("Account.Created", null), ("Account.SignedIn", "127.0.0.1")]);
        lines[0].AccountId.ShouldBeNull();
        lines[0].ActorName.ShouldBe(HubUser.System.Name);
    }

    [Fact]
    public async Task Should_leave_no_line_of_a_change_that_was_refused()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync(content: new WorkContent());
        await Should.ThrowAsync<TeacherGrowthHub.Kernel.Errors.RefusedException>(() =>
            stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author))
        );
        (await LinesAsync(stage.Site, id)).Select(line => line.Action).ShouldBe(["Work.Created"]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_to_change_or_delete_a_line(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        await Should.ThrowAsync<InvalidOperationException>(() =>
            ForgeAsync(stage.Site, id, (database, line) => database.Entry(line).Property(l => l.ActorName).CurrentValue = "nobody")
        );
        await Should.ThrowAsync<InvalidOperationException>(() => ForgeAsync(stage.Site, id, (database, line) => database.Remove(line)));
        (await LinesAsync(stage.Site, id)).Single().ActorName.ShouldBe(stage.Author.Name);
    }

    [Fact]
    public void Should_offer_nothing_but_to_add()
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        typeof(AuditTrail).GetMethods(own).Select(method => method.Name).ShouldBe(["Record", "RecordViewAsync", "RecordSeldomAsync"]);
        typeof(AuditEntry).GetProperties().ShouldAllBe(property => !property.SetMethod!.IsPublic || IsInitOnly(property));
        var users = Directory
            .EnumerateFiles(Path.Combine(TestData.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/") && !path.Contains("Migrations") && File.ReadAllText(path).Contains(nameof(AuditEntry)))
            .Select(Path.GetFileName);
        users.ShouldBe(
            [
                "AuditChain.cs",
                "AuditDiff.cs",
                "AuditEntry.cs",
                "AuditEntryConfiguration.cs",
                "AuditExport.cs",
                "AuditRetentionJob.cs",
                "AuditSearch.cs",
                "AuditTrail.cs",
                "AuditVerification.cs",
                "HubDbContext.cs",
                "Index.cshtml.cs",
                "KernelAuditWords.cs",
                "KernelPersonalData.cs",
                "SignInHistory.cs",
            ],
            ignoreOrder: true
        );
    }

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static string? State(string? standing) =>
        standing is null ? null : JsonDocument.Parse(standing).RootElement.GetProperty("State").GetString();

    private static Task<List<AuditEntry>> LinesAsync(TestSite site, string id) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<AuditEntry>()
                .AsNoTracking()
                .Where(line => line.SubjectId == id)
                .OrderBy(line => line.Id)
                .ToListAsync()
        );

    private static Task ForgeAsync(TestSite site, string id, Action<HubDbContext, AuditEntry> forge) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            forge(database, await database.Set<AuditEntry>().SingleAsync(line => line.SubjectId == id));
            await database.SaveChangesAsync();
        });
}
