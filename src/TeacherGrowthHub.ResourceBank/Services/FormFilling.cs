using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.ResourceBank.Recognition;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Puts what was recognised in a file into the empty fields of a draft; nothing that the author wrote is replaced.</summary>
public sealed class FormFilling(HubDbContext database, WorkLoader works, AuditTrail audit)
{
    private const int MaxReplacement = 60;

    // Slides and sheets go with a plan; they are none.
    private static readonly HashSet<string> Plans = [".docx", ".doc", ".pdf", ".txt", ".md"];

    /// <summary>Fills the drafts that carry the file and that no plan has filled before; stored by the caller's SaveChanges.</summary>
    /// <param name="document">What was read; null when the file has no text.</param>
    public async Task FillAsync(string hash, ExtractedDocument? document, CancellationToken cancellationToken)
    {
        var ids = await (
            from file in database.Set<WorkFile>()
            join version in database.Set<WorkVersion>() on file.VersionId equals version.Id
            where file.Hash == hash && !file.HasBeenRead
            select version.WorkId
        )
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            var work = (await works.FindAsync(id, cancellationToken))!;
            foreach (var version in work.Versions)
            {
                if (Fill(work, version, hash, document))
                    audit.Record(
                        HubUser.System,
                        "Work.Filled",
                        nameof(Work),
                        id,
                        after: new { version.Number },
                        path: work.OrganizationPath
                    );
            }
        }
    }

    private static bool Fill(Work work, WorkVersion version, string hash, ExtractedDocument? document)
    {
        var unread = version.Files.FindAll(file => file.Hash == hash && !file.HasBeenRead);
        var isPlan = document is not null && unread.Exists(file => Plans.Contains(file.Extension));
        // A plan before it may have given nothing, a scan for instance.
        var isFirst = IsEmpty(version.Content) || !version.Files.Exists(file => file.HasBeenRead && Plans.Contains(file.Extension));
        unread.ForEach(file => file.HasBeenRead = true);
        if (!(isPlan && isFirst && version.State is VersionState.Draft or VersionState.Returned))
            return false;
        version.SetContent(Merge(version.Content, Recognize(work.Kind, document!)));
        return true;
    }

    /// <summary>Replaces a passage everywhere in the draft's texts.</summary>
    public async Task ReplaceAsync(
        string id,
        string passage,
        string replacement,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        if (replacement.Length > MaxReplacement)
            throw new RefusedException("替换的文字最多 {0} 个字", MaxReplacement);
        var work = await works.OwnAsync(id, user, cancellationToken);
        var version = work.Editable();
        string Swap(string text) => passage.Length == 0 ? text : text.Replace(passage, replacement, StringComparison.Ordinal);
        var content = version.Content with
        {
            Title = Swap(version.Content.Title),
            Summary = Swap(version.Content.Summary),
            Keywords = [.. version.Content.Keywords.Select(Swap)],
            Cover = version.Content.Cover is { } cover ? cover with { Text = Swap(cover.Text) } : null,
            Sections = version.Content.Sections.ToDictionary(section => section.Key, section => Swap(section.Value)),
        };
        SubmissionRules.CheckLimits(content);
        // Never the passage itself: it tells who somebody is.
        var after = new { version.Number, Fields = WorkChange.Fields(version.Content, content) };
        audit.Record(user, "Work.PassageReplaced", nameof(Work), id, after: after, path: work.OrganizationPath);
        version.SetContent(content);
        await database.SaveOrConflictAsync(cancellationToken);
    }

    private static Recognized Recognize(WorkKind kind, ExtractedDocument document) =>
        kind == WorkKind.Lesson ? LessonPlanReader.Read(document) : SectionReader.Read(document, kind);

    private static bool IsEmpty(WorkContent content) =>
        content.Title.Length == 0 && content.Sections.Count == 0 && content.Steps.Count == 0;

    // The draft's author is the account; other names in the file, and the tail of a long title, are kept for the teacher to place.
    private static Dictionary<string, string> Kept(WorkContent content, Recognized read)
    {
        var sections = read.Sections.ToDictionary();
        string[] left =
        [
            string.Join('\u3001', read.Authors.Except(content.Authors)),
            read.Title.Length > SubmissionRules.MaxTitle ? read.Title : "",
        ];
        var other = string.Join('\n', left.Append(sections.GetValueOrDefault(KindProfile.Other, "")).Where(text => text.Length > 0));
        if (other.Length > 0)
            sections[KindProfile.Other] = other;
        return sections;
    }

    private static WorkContent Merge(WorkContent content, Recognized read)
    {
        var sections = Kept(content, read);
        foreach (var (key, text) in content.Sections)
            sections[key] = text;
        return content with
        {
            Title = content.Title.Length > 0 ? content.Title : PlainText.CutAt(PlainText.OneLine(read.Title), SubmissionRules.MaxTitle),
            Sections = sections,
            Steps = content.Steps.Count > 0 ? content.Steps : read.Steps,
            Stages = content.Stages.Count > 0 ? content.Stages : read.Stages,
            Grades = content.Grades.Count > 0 ? content.Grades : read.Grades,
            Keywords = content.Keywords.Count > 0 ? content.Keywords : read.Keywords,
            Periods = content.Periods ?? read.Periods,
            Minutes = content.Minutes ?? read.Minutes,
            ToCheck = read.ToCheck,
        };
    }
}
