using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>A school with an author and a reviewer.</summary>
public sealed record Stage(TestSite Site, Organization School, HubUser Author, HubUser Reviewer)
{
    public static async Task<Stage> SetAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        return new Stage(site, school, await cast.TeacherAsync(school), await cast.TeacherAsync(school, "SchoolReviewer"));
    }

    /// <summary>Content that may be submitted as a lesson.</summary>
    public static WorkContent Complete(string title) =>
        new()
        {
            Title = title,
            Form = "psychLesson",
            Stages = ["J"],
            Grades = [7],
            Areas = ["D"],
            Authors = ["作者"],
            RightsStated = true,
            Steps =
            [
                new LessonStep
                {
                    Name = "暖身",
                    Minutes = 5,
                    Teacher = "天气播报",
                },
            ],
        };

    /// <summary>Content that may be submitted as a case.</summary>
    public static WorkContent CompleteCase(string title, string process = "每周一次谈话。") =>
        new()
        {
            Title = title,
            Stages = ["J"],
            Areas = ["D"],
            Authors = ["作者"],
            RightsStated = true,
            ConsentStated = true,
            Sections = new Dictionary<string, string>
            {
                ["general"] = "小A，初中学生。",
                ["problem"] = "上学前胃痛。",
                ["process"] = process,
                ["ethics"] = "已知情同意。",
            },
        };

    public Task<Work> InDraftsAsync(Func<ResourceDrafts, Task<Work>> act) =>
        Site.InScopeAsync(services => act(services.GetRequiredService<ResourceDrafts>()));

    public Task AsAuthorAsync(Func<ResourceDrafts, Task> act) =>
        Site.InScopeAsync(services => act(services.GetRequiredService<ResourceDrafts>()));

    public Task AsReviewerAsync(Func<ResourceReviews, Task> act) =>
        Site.InScopeAsync(services => act(services.GetRequiredService<ResourceReviews>()));

    public async Task<string> DraftAsync(string title = "draft", WorkKind kind = WorkKind.Lesson, WorkContent? content = null) =>
        (await InDraftsAsync(drafts => drafts.CreateAsync(kind, content ?? Complete(title), Author))).Id;

    public async Task<string> SubmittedAsync(string title = "submitted", WorkKind kind = WorkKind.Lesson, WorkContent? content = null)
    {
        var id = await DraftAsync(title, kind, content);
        await AsAuthorAsync(drafts => drafts.SubmitAsync(id, Author));
        return id;
    }

    public async Task<string> PublishedAsync(string title, WorkKind kind = WorkKind.Lesson, WorkContent? content = null)
    {
        var id = await SubmittedAsync(title, kind, content);
        await AsReviewerAsync(reviews => reviews.PublishAsync(id, true, Reviewer));
        return id;
    }

    public Task<Work> WorkAsync(string id) =>
        Site.InScopeAsync(async services => (await services.GetRequiredService<WorkLoader>().FindAsync(id))!);

    public Task RenameAsync(HubUser user, string name) =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Account>()
                .Where(account => account.Id == user.AccountId)
                .ExecuteUpdateAsync(account => account.SetProperty(a => a.DisplayName, name))
        );

    public async Task<IEnumerable<string>> QueueAsync(HubUser user, string? at = null) =>
        (await Site.InScopeAsync(services => services.GetRequiredService<ResourceReviews>().QueueAsync(user, at))).Select(item =>
            item.WorkId
        );
}
