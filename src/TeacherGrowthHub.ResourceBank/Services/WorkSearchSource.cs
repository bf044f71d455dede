using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.Search;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Names of the bank's facets, as in the addresses of its pages.</summary>
public static class WorkFacets
{
    public const string Kind = "kind";
    public const string Form = "form";
    public const string Stage = "stage";
    public const string Grade = "grade";
    public const string Area = "area";
    public const string Topic = "topic";
    public const string Year = "year";
    public const string County = "county";

    public static readonly IReadOnlyList<string> All = [Kind, Form, Stage, Grade, Area, Topic, Year, County];
}

/// <summary>Published works as documents of the index. Cases carry neither school, county nor grade (domain 9.3).</summary>
public sealed class WorkSearchSource(HubDbContext database, Taxonomies taxonomies) : ISearchSource
{
    private const int CountyDepth = 2;

    public string Kind => WorkChange.Kind;

    public async Task<IReadOnlyList<string>> PublishedIdsAsync(CancellationToken cancellationToken) =>
        await database
            .Set<Work>()
            .Where(work => work.Visibility == WorkVisibility.Published)
            .OrderBy(work => work.Id)
            .Select(work => work.Id)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> LoadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var works = await database
            .Set<Work>()
            .AsNoTracking()
            .Include(work => work.Versions.Where(version => version.State == VersionState.Published))
                .ThenInclude(version => version.Files.OrderBy(file => file.Position))
            .AsSplitQuery()
            .Where(work => ids.Contains(work.Id) && work.Visibility == WorkVisibility.Published)
            .ToListAsync(cancellationToken);
        var hashes = works.SelectMany(work => work.Published!.Files).Select(file => file.Hash).ToList();
        var texts = await database
            .Set<FileText>()
            .Where(text => hashes.Contains(text.Hash))
            .ToDictionaryAsync(text => text.Hash, text => text.Text, cancellationToken);
        var terms = await taxonomies.GetAsync(cancellationToken);
        return
        [
            .. works.Select(work =>
                ToDocument(work, new WorkView(work, work.Published!, terms, new Dictionary<string, FileText>()), texts)
            ),
        ];
    }

    private static SearchDocument ToDocument(Work work, WorkView view, Dictionary<string, string> texts) =>
        new()
        {
            Id = work.Id,
            Kind = WorkChange.Kind,
            Title = view.Content.Title,
            Summary = view.Content.Summary,
            Card = WorkCard.Of(work).ToJson(),
            Metadata = string.Join('\n', [.. view.Content.Keywords, view.Authors, view.School, view.StageText, .. view.TopicLabels]),
            Body = Body(view.Content),
            Files =
            [
                .. view
                    .Version.Files.Where(file => texts.GetValueOrDefault(file.Hash, "").Length > 0)
                    .Select(file => new SearchFile(file.Name, texts[file.Hash])),
            ],
            Facets = Facets(work, view.Content),
            Readership = work.Kind == WorkKind.Case ? Readership.SignedIn : Readership.Everyone,
            PublishedAt = work.PublishedAt!.Value,
            Downloads = work.Downloads,
            IsSample = work.IsSample,
        };

    private static string Body(WorkContent content) =>
        string.Join(
            '\n',
            content.Sections.Values.Concat(
                content.Steps.Select(step => string.Join('\n', step.Name, step.Teacher, step.Students, step.Intent))
            )
        );

    private static Dictionary<string, IReadOnlyList<string>> Facets(Work work, WorkContent content)
    {
        var facets = new Dictionary<string, IReadOnlyList<string>>
        {
            [WorkFacets.Kind] = [KindProfile.Of(work.Kind).Code],
            [WorkFacets.Stage] = content.Stages,
            [WorkFacets.Area] = content.Areas,
            [WorkFacets.Topic] = content.Topics,
            [WorkFacets.Year] = [SchoolCalendar.DayOf(work.PublishedAt!.Value).Year.ToString()],
        };
        if (content.Form.Length > 0)
            facets[WorkFacets.Form] = [content.Form];
        if (work.Kind != WorkKind.Case)
        {
            facets[WorkFacets.Grade] = [.. content.Grades.Select(grade => grade.ToString())];
            facets[WorkFacets.County] = [OrganizationPath.Prefix(work.OrganizationPath, CountyDepth)];
        }
        return facets;
    }
}
