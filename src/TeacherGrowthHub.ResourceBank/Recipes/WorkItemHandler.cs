using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Recipes;

/// <summary>Published works of one kind as content items.</summary>
public sealed class WorkItemHandler(KindProfile profile, HubDbContext database, WorkLoader works, Taxonomies taxonomies, ChangeLog changes)
    : IContentItemHandler
{
    private static readonly HashSet<string> KnownKeys =
    [
        "ContentItemId",
        "ContentItemVersionId",
        "ContentType",
        "DisplayText",
        "Latest",
        "Published",
        "ModifiedUtc",
        "PublishedUtc",
        "CreatedUtc",
        "Owner",
        "Author",
        "TitlePart",
        WorkItem.Part,
        WorkItem.StepsBag,
    ];

    public string ContentType => profile.ContentType;

    public async Task ImportAsync(JsonObject item, RecipeImport import, CancellationToken cancellationToken)
    {
        var source = WorkItemReader.Read(item, profile);
        foreach (var unknown in Unknown(item))
            import.Report(RecipeOutcome.Unknown, "content", source.Id, unknown);
        WorkItemCodes.Check(source, profile.Kind, await taxonomies.ReadAsync(cancellationToken));
        SubmissionRules.CheckLimits(source.Content);
        var work = await works.FindAsync(source.Id, cancellationToken);
        if (work is null)
            database.Add(source.ToWork(profile.Kind));
        else if (!Update(work, source))
        {
            import.Report(RecipeOutcome.Unchanged, "content", source.Content.Title);
            return;
        }
        changes.Append(WorkChange.Kind, source.Id);
        import.Report(work is null ? RecipeOutcome.Created : RecipeOutcome.Updated, "content", source.Content.Title);
        await database.SaveChangesAsync(cancellationToken);
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var published = database
            .Set<Work>()
            .AsNoTracking()
            .Include(work => work.Versions)
            .Where(work => work.Kind == profile.Kind && work.Visibility == WorkVisibility.Published)
            .OrderBy(work => work.Id);
        await foreach (var work in published.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return WorkItem.Write(work, profile);
    }

    private IEnumerable<string> Unknown(JsonObject item)
    {
        var sections = profile.Sections.Select(section => section.Key).ToHashSet();
        return item.Select(pair => pair.Key)
            .Where(key => key != ContentType && !KnownKeys.Contains(key))
            .Concat(
                item.Part(ContentType).Select(pair => pair.Key).Where(key => !sections.Contains(key)).Select(key => $"{ContentType}.{key}")
            );
    }

    // Same version: compared and, where it differs, put right; another version: the next one, published at once (A8).
    private static bool Update(Work work, WorkItem source)
    {
        if (work.Published is not { } published)
            throw new RefusedException("资源 {0} 在本站还没有发布，配方不能覆盖它", work.Id) { Kind = RefusalKind.Conflict };
        // A recipe brings words and no pictures.
        var content = source.Content with
        {
            Cover = published.Content.Cover,
        };
        if (WorkItem.Same(published.Content, content))
            return false;
        if (published.Id == source.VersionId)
        {
            published.SetContent(content);
            return true;
        }
        if (work.Working is not null)
            throw new RefusedException("资源 {0} 正在修订，配方不能覆盖它", work.Id) { Kind = RefusalKind.Conflict };
        work.Revise(source.VersionId, source.PublishedAt).SetContent(content);
        work.Submit(source.PublishedAt);
        work.Publish(source.PublishedAt);
        return true;
    }
}
