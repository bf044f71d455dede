using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Content.Domain;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Recipes;

namespace TeacherGrowthHub.Content.Recipes;

/// <summary>Orchard's <c>content</c> step: each item goes to the module that knows its type; others are kept and reported.</summary>
public sealed class ContentStep(HubDbContext database, IEnumerable<IContentItemHandler> handlers) : IRecipeStep
{
    public string Name => "content";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        foreach (var item in step.Items<JsonObject>("data", item => item.Text("ContentItemId")))
        {
            var id = item.Text("ContentItemId");
            if (!HubId.IsValid(id))
                throw new RefusedException("内容条目的编号 {0} 不合规", id);
            var type = item.Text("ContentType");
            if (type.Length == 0)
                throw new RefusedException("内容条目 {0} 缺少 {1}", id, "ContentType");
            if (handlers.SingleOrDefault(candidate => candidate.ContentType == type) is { } handler)
                await handler.ImportAsync(item, import, cancellationToken);
            else
                await KeepAsync(id, type, item, import, cancellationToken);
            database.ChangeTracker.Clear();
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = new List<JsonObject>();
        foreach (var handler in handlers.OrderBy(handler => handler.ContentType, StringComparer.Ordinal))
        {
            await foreach (var item in handler.ExportAsync(cancellationToken))
                items.Add(item);
        }
        foreach (var foreign in await database.Set<ForeignItem>().AsNoTracking().OrderBy(item => item.Id).ToListAsync(cancellationToken))
            items.Add((JsonObject)JsonNode.Parse(foreign.Json)!);
        if (items.Count > 0)
            yield return RecipeJson.Step(Name, "data", items);
    }

    private async Task KeepAsync(string id, string type, JsonObject item, RecipeImport import, CancellationToken cancellationToken)
    {
        var foreign = await database.Set<ForeignItem>().FindAsync([id], cancellationToken);
        if (foreign is null)
            database.Add(
                foreign = new ForeignItem
                {
                    Id = id,
                    ContentType = type,
                    Json = "",
                }
            );
        foreign.ContentType = type;
        foreign.Json = item.ToJsonString(RecipeJson.Options);
        import.Report(RecipeOutcome.Unknown, Name, id, type);
        await database.SaveChangesAsync(cancellationToken);
    }
}
