using System.Diagnostics;
using System.Globalization;
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
public sealed class SeedScaleCommand(HubDbContext database, RecipeLibrary library, ChangeLog changes, TimeProvider clock) : IHubCommand
{
    private const int DefaultWorks = 10_000;
    private const int Batch = 500;
    private const int Seed = 20_250_306;
    private static readonly string[] Recipes = ["sample-lessons", "sample-papers", "sample-cases"];

    public string Verb => "seed scale";

    public string Usage => "[NUMBER]: fill the site with so many made-up works, 10000 unless told";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var works = arguments is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : DefaultWorks;
        var sentences = new SentencePool(await SamplesAsync(cancellationToken), new Random(Seed));
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        var watch = Stopwatch.StartNew();
        for (var done = 0; done < works; )
        {
            for (var end = Math.Min(works, done + Batch); done < end; done++)
            {
                var (kind, item) = sentences.Compose(HubId.New(clock), HubId.New(clock));
                database.Add(item.ToWork(kind));
                changes.Append(WorkChange.Kind, item.Id);
            }
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
            Console.Write($"\r{done} of {works} works, {watch.Elapsed.TotalSeconds:0} s");
        }
        Console.WriteLine();
        return 0;
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
