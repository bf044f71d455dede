using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Recipes;

/// <summary>Orchard's <c>Taxonomy</c> items: the alias names the taxonomy, its terms carry code, character and parent.</summary>
public sealed class TaxonomyItemHandler(HubDbContext database, Taxonomies taxonomies) : IContentItemHandler
{
    private sealed record TextField(string? Text = null);

    private sealed record TermFields(TextField? Code = null, TextField? Character = null, TextField? Parent = null);

    private sealed record Term(string ContentItemId, string ContentType, string DisplayText, TermFields TaxonomyTerm);

    public string ContentType => "Taxonomy";

    public async Task ImportAsync(JsonObject item, RecipeImport import, CancellationToken cancellationToken)
    {
        var taxonomy = item.Part("AliasPart").Text("Alias");
        if (taxonomy.Length == 0)
            throw new RefusedException("分类 {0} 缺少别名", item.Text("DisplayText"));
        var terms = item.Part("TaxonomyPart").Items<Term>("Terms", term => term.ContentItemId);
        var stored = await database
            .Set<TaxonomyTerm>()
            .Where(term => term.Taxonomy == taxonomy)
            .ToDictionaryAsync(term => term.Code, cancellationToken);
        for (var position = 0; position < terms.Count; position++)
        {
            var term = terms[position];
            if (!HubId.IsValid(term.ContentItemId))
                throw new RefusedException("分类 {0} 的一个词条编号不合规", taxonomy);
            var code = term.TaxonomyTerm.Code?.Text ?? throw new RefusedException("分类 {0} 的一个词条缺少代码", taxonomy);
            if (!stored.TryGetValue(code, out var row))
                database.Add(
                    row = new TaxonomyTerm
                    {
                        Id = term.ContentItemId,
                        Taxonomy = taxonomy,
                        Code = code,
                        Label = term.DisplayText,
                    }
                );
            (row.Label, row.Character, row.Parent, row.Position) = (
                term.DisplayText,
                term.TaxonomyTerm.Character?.Text,
                term.TaxonomyTerm.Parent?.Text,
                position
            );
        }
        import.ReportChange(database, "content", taxonomy);
        await database.SaveChangesAsync(cancellationToken);
        taxonomies.Forget();
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var terms = await database
            .Set<TaxonomyTerm>()
            .AsNoTracking()
            .OrderBy(term => term.Taxonomy)
            .ThenBy(term => term.Position)
            .ToListAsync(cancellationToken);
        foreach (var taxonomy in terms.GroupBy(term => term.Taxonomy))
        {
            yield return new JsonObject
            {
                ["ContentItemId"] = taxonomy.First().Id,
                ["ContentType"] = ContentType,
                ["DisplayText"] = taxonomy.Key,
                ["Latest"] = true,
                ["Published"] = true,
                ["AliasPart"] = new JsonObject { ["Alias"] = taxonomy.Key },
                ["TaxonomyPart"] = new JsonObject
                {
                    ["TermContentType"] = "TaxonomyTerm",
                    ["Terms"] = JsonSerializer.SerializeToNode(taxonomy.Select(ToItem), RecipeJson.Options),
                },
            };
        }
    }

    private static Term ToItem(TaxonomyTerm term) =>
        new(
            term.Id,
            "TaxonomyTerm",
            term.Label,
            new TermFields(
                new TextField(term.Code),
                term.Character is null ? null : new TextField(term.Character),
                term.Parent is null ? null : new TextField(term.Parent)
            )
        );
}
