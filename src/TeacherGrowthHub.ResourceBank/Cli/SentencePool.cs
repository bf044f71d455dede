using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Recipes;

namespace TeacherGrowthHub.ResourceBank.Cli;

/// <summary>The sentences of some works, and new works made of them.</summary>
internal sealed class SentencePool(IReadOnlyList<(WorkKind Kind, WorkItem Item)> sources, Random random)
{
    private const char Stop = '。';
    private readonly string[] _sentences =
    [
        .. sources.SelectMany(source => source.Item.Content.Sections.Values).SelectMany(Sentences),
        .. sources.SelectMany(source => source.Item.Content.Steps).SelectMany(step => Sentences(step.Teacher)),
    ];

    /// <summary>A work in the shape of one of the sources: as long, with other sentences.</summary>
    public (WorkKind Kind, WorkItem Item) Compose(string id, string versionId)
    {
        var (kind, source) = sources[random.Next(sources.Count)];
        var other = sources[random.Next(sources.Count)].Item.Content;
        var content = source.Content with
        {
            Title = $"{other.Keywords[random.Next(other.Keywords.Count)]}：{source.Content.Title}",
            Summary = Rewrite(source.Content.Summary),
            Keywords = [.. source.Content.Keywords.Take(2), .. other.Keywords.Take(2)],
            Areas = other.Areas,
            Sections = source.Content.Sections.ToDictionary(section => section.Key, section => Rewrite(section.Value)),
            Steps =
            [
                .. source.Content.Steps.Select(step => step with { Teacher = Rewrite(step.Teacher), Students = Rewrite(step.Students) }),
            ],
        };
        var published = source.PublishedAt.AddMinutes(-random.Next(500_000));
        return (
            kind,
            source with
            {
                Id = id,
                VersionId = versionId,
                Content = content,
                IsSample = true,
                CreatedAt = published,
                PublishedAt = published,
            }
        );
    }

    private string Rewrite(string text) => string.Concat(Sentences(text).Select(_ => _sentences[random.Next(_sentences.Length)]));

    private static IEnumerable<string> Sentences(string text) =>
        text.Split(Stop, StringSplitOptions.RemoveEmptyEntries).Select(sentence => sentence.Trim() + Stop);
}
