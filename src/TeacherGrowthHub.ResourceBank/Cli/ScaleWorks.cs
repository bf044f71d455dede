using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Recipes;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Cli;

/// <summary>
/// Fills a site with many works, to measure it: each takes the shape of a shipped sample and its sentences from all of them, so
/// lengths and vocabulary are a real bank's. They are samples: counted nowhere, removed with the others.
/// </summary>
public sealed class ScaleWorks(HubDbContext database, RecipeLibrary library, ChangeLog changes, TimeProvider clock) : IScaleSeed
{
    private const int Batch = 500;
    private const int Seed = 20_250_306;
    private static readonly string[] Recipes = ["sample-lessons", "sample-papers", "sample-cases"];

    public int Order => 20;

    public string Option => "works";

    public async Task SeedAsync(int count, CancellationToken cancellationToken)
    {
        var sentences = new SentencePool(await SamplesAsync(cancellationToken), new Random(Seed));
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var done = 0; done < count; )
        {
            for (var end = Math.Min(count, done + Batch); done < end; done++)
            {
                var (kind, item) = sentences.Compose(HubId.New(clock), HubId.New(clock));
                database.Add(item.ToWork(kind));
                changes.Append(WorkChange.Kind, item.Id);
            }
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
            Console.Write($"\r{done} works");
        }
        database.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    private async Task<IReadOnlyList<(WorkKind, WorkItem)>> SamplesAsync(CancellationToken cancellationToken)
    {
        var samples = new List<(WorkKind, WorkItem)>();
        foreach (var name in Recipes)
        {
            var recipe = await RecipeFile.ReadAsync(library.Find(name)!, cancellationToken);
            foreach (var item in recipe.Steps.SelectMany(step => step["data"]!.AsArray()))
            {
                var profile = KindProfile.All.Single(candidate => candidate.ContentType == item!["ContentType"]!.ToString());
                samples.Add((profile.Kind, WorkItemReader.Read(item!.AsObject(), profile)));
            }
        }
        return samples;
    }
}
