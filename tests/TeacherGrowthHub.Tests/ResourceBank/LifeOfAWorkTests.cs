using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class LifeOfAWorkTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_go_from_draft_through_return_to_publication(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.ReturnAsync(id, "请补充环节时间", stage.Reviewer));
        var returned = await stage.WorkAsync(id);
        returned.Working!.State.ShouldBe(VersionState.Returned);
        returned.Working.ReviewNote.ShouldBe("请补充环节时间");
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        var published = await stage.WorkAsync(id);
        published.Visibility.ShouldBe(WorkVisibility.Published);
        published.Published!.Number.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_the_old_version_in_place_until_the_new_one_is_published(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.PublishedAsync("first title");
        await stage.AsAuthorAsync(drafts => drafts.ReviseAsync(id, stage.Author));
        var open = await stage.WorkAsync(id);
        await stage.AsAuthorAsync(drafts => drafts.SaveAsync(id, open.Working!.Revision, Stage.Complete("second title"), stage.Author));
        (await stage.WorkAsync(id)).Published!.Title.ShouldBe("first title");
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, stage.Author));
        await stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stage.Reviewer));
        var work = await stage.WorkAsync(id);
        work.Published!.Title.ShouldBe("second title");
        work.Published.Number.ShouldBe(2);
        work.Versions.Single(version => version.Number == 1).State.ShouldBe(VersionState.Superseded);
    }

    [Fact]
    public async Task Should_refuse_a_reviewer_outside_the_scope_as_if_the_work_did_not_exist()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.SubmittedAsync();
        var cast = new Cast(stage.Site);
        var stranger = await cast.TeacherAsync(await cast.SchoolAsync("baoshan/shidian/"), "SchoolReviewer");
        var refusal = await Should.ThrowAsync<RefusedException>(() =>
            stage.AsReviewerAsync(reviews => reviews.PublishAsync(id, false, stranger))
        );
        refusal.Kind.ShouldBe(RefusalKind.NotFound);
        (await stage.QueueAsync(stranger)).ShouldNotContain(id);
        (await stage.QueueAsync(stage.Reviewer)).ShouldContain(id);
    }

    [Fact]
    public async Task Should_never_let_reviewers_publish_their_own_work()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.InDraftsAsync(drafts => drafts.CreateAsync(WorkKind.Lesson, Stage.Complete("mine"), stage.Reviewer));
        await stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id.Id, stage.Reviewer));
        var refusal = await Should.ThrowAsync<RefusedException>(() =>
            stage.AsReviewerAsync(reviews => reviews.PublishAsync(id.Id, false, stage.Reviewer))
        );
        refusal.Kind.ShouldBe(RefusalKind.Forbidden);
        (await stage.QueueAsync(stage.Reviewer)).ShouldNotContain(id.Id);
    }

    [Fact]
    public async Task Should_hide_another_persons_draft()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        var other = await new Cast(stage.Site).TeacherAsync(stage.School);
        var refusal = await Should.ThrowAsync<RefusedException>(() => stage.AsAuthorAsync(drafts => drafts.SubmitAsync(id, other)));
        refusal.Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_the_second_of_two_saves_from_the_same_revision(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        var revision = (await stage.WorkAsync(id)).Working!.Revision;
        await stage.AsAuthorAsync(drafts => drafts.SaveAsync(id, revision, Stage.Complete("one"), stage.Author));
        var refusal = await Should.ThrowAsync<RefusedException>(() =>
            stage.AsAuthorAsync(drafts => drafts.SaveAsync(id, revision, Stage.Complete("two"), stage.Author))
        );
        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("one");
    }

    [Fact]
    public async Task Should_refuse_a_change_while_reviewers_read_and_allow_it_after_a_recall()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.SubmittedAsync();
        var revision = (await stage.WorkAsync(id)).Working!.Revision;
        await Should.ThrowAsync<RefusedException>(() =>
            stage.AsAuthorAsync(drafts => drafts.SaveAsync(id, revision, Stage.Complete("x"), stage.Author))
        );
        await stage.AsAuthorAsync(drafts => drafts.RecallAsync(id, stage.Author));
        await stage.AsAuthorAsync(drafts => drafts.SaveAsync(id, revision, Stage.Complete("changed"), stage.Author));
        (await stage.WorkAsync(id)).Working!.Title.ShouldBe("changed");
    }

    [Fact]
    public async Task Should_answer_410_with_the_reason_after_a_take_down()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.PublishedAsync("to be taken down");
        await stage.AsReviewerAsync(reviews => reviews.TakeDownAsync(id, "版权不明", stage.Reviewer));
        using var visitor = new Visitor(stage.Site);
        var answer = await visitor.GetAsync("/resources/" + id);
        ((int)answer.StatusCode).ShouldBe(410);
        (await Visitor.ParseAsync(answer)).Body!.TextContent.ShouldContain("版权不明");
    }

    [Fact]
    public void Should_refuse_submissions_that_lack_something_and_say_all_of_it()
    {
        var problems = SubmissionRules.Problems(WorkKind.Lesson, new WorkContent(), 0).Select(problem => problem.Field).ToList();
        problems.ShouldBe(["title", "stages", "areas", "authors", "rights", "form", "steps"]);
        SubmissionRules.Problems(WorkKind.Lesson, Stage.Complete("t"), 0).ShouldBeEmpty();
        SubmissionRules.Problems(WorkKind.Case, Stage.Complete("t"), 3).Select(p => p.Field).ShouldContain("consent");
    }

    [Fact]
    public void Should_refuse_boundless_input()
    {
        Should
            .Throw<RefusedException>(() => SubmissionRules.CheckLimits(new WorkContent { Title = new string('题', 1_000_000) }))
            .Field.ShouldBe("Title");
        Should.Throw<RefusedException>(() => SubmissionRules.CheckLimits(new WorkContent { Keywords = [.. Enumerable.Repeat("k", 21)] }));
        Should.Throw<RefusedException>(() => SubmissionRules.CheckLimits(new WorkContent { Steps = [new LessonStep { Minutes = -1 }] }));
    }
}
