using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class AuditOfWorksTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_record_that_a_reviewer_opened_a_case_and_not_that_of_a_lesson(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var @case = await stage.SubmittedAsync("案例", WorkKind.Case, Stage.CompleteCase("案例"));
        var lesson = await stage.SubmittedAsync("教案");
        using var reviewer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Reviewer));
        foreach (var id in (string[])[@case, lesson])
            (await reviewer.GetAsync("/review/" + id)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var view = (await LinesAsync(stage, @case)).Single(line => line.Action == "Work.Viewed");
        (view.AccountId, view.Path, view.Address).ShouldBe((stage.Reviewer.AccountId, stage.School.Path, "127.0.0.1"));
        (await LinesAsync(stage, lesson)).ShouldNotContain(line => line.Action == "Work.Viewed");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_write_one_line_for_a_form_that_saves_itself_again_and_again(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync("之前");
        var revision = (await stage.WorkAsync(id)).Working!.Revision;
        foreach (var title in (string[])["之前", "之后", "再之后", "最后"])
            await stage.AsAuthorAsync(async drafts => revision = await drafts.SaveAsync(id, revision, Stage.Complete(title), stage.Author));
        var saved = (await LinesAsync(stage, id)).Where(line => line.Action == "Work.Saved").ToList();
        saved.Single().After!.ShouldContain("\"Title\"");
        saved[0].After!.ShouldNotContain("之后");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_record_a_replaced_passage_without_repeating_it(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync("案例", WorkKind.Case, Stage.CompleteCase("案例", "与李小明谈话。"));
        await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<FormFilling>().ReplaceAsync(id, "李小明", "小A", stage.Author)
        );
        var line = (await LinesAsync(stage, id)).Single(candidate => candidate.Action == "Work.PassageReplaced");
        line.After!.ShouldContain("Sections");
        (line.Before + line.After).ShouldNotContain("李小明");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_give_every_line_of_a_work_the_path_of_its_school(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.PublishedAsync("路径");
        await stage.AsAuthorAsync(drafts => drafts.WithdrawAsync(id, "更新", stage.Author));
        var lines = await LinesAsync(stage, id);
        lines.Count.ShouldBeGreaterThan(3);
        lines.ShouldAllBe(line => line.Path == stage.School.Path);
    }

    [Fact]
    public async Task Should_not_store_half_a_change_with_a_view()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        await stage.Site.InScopeAsync(async services =>
        {
            var work = (await services.GetRequiredService<WorkLoader>().FindAsync(id))!;
            work.Submit(DateTime.UtcNow);
            await Should.ThrowAsync<InvalidOperationException>(() =>
                services.GetRequiredService<AuditTrail>().RecordViewAsync(stage.Reviewer, nameof(Work), id, null)
            );
        });
        (await stage.WorkAsync(id)).Working!.State.ShouldBe(VersionState.Draft);
    }

    private static Task<List<AuditEntry>> LinesAsync(Stage stage, string id) =>
        stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<AuditEntry>()
                .AsNoTracking()
                .Where(line => line.SubjectId == id)
                .OrderBy(line => line.Id)
                .ToListAsync()
        );
}
