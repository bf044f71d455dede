using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Privacy;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>A passage of a case that may tell who somebody is, and where it stands.</summary>
/// <param name="Where">Key of the field, or the file's name.</param>
/// <param name="Finding">The passage.</param>
/// <param name="Sentence">The sentence around it.</param>
public sealed record CaseFinding(string Where, IdentifierFinding Finding, string Sentence);

/// <summary>Keeps cases from being submitted or published while they tell who somebody is (domain 9.3, PIPL 28).</summary>
public sealed class CaseGate(HubDbContext database, PeopleDirectory people)
{
    private const int Around = 24;

    /// <summary>What the scan of form and files finds and the author has not decided to keep.</summary>
    public async Task<IReadOnlyList<CaseFinding>> FindingsAsync(
        Work work,
        WorkVersion version,
        CancellationToken cancellationToken = default
    )
    {
        if (work.Kind != WorkKind.Case)
            return [];
        var names = await people.OrganizationNamesAsync(cancellationToken);
        var scanner = new IdentifierScanner(names);
        var texts = Fields(version.Content).Concat(await FileTextsAsync(version, cancellationToken));
        return
        [
            .. texts.SelectMany(part =>
                scanner
                    .Scan(part.Text)
                    .Where(finding => !version.KeptFindings.Contains(finding.Text) || IdentifierScanner.IsHard(finding.Kind))
                    .Select(finding => new CaseFinding(part.Where, finding, SentenceAround(part.Text, finding)))
            ),
        ];
    }

    /// <summary>Refuses while a finding is undecided or a file has not been read yet.</summary>
    public async Task EnsureCleanAsync(Work work, WorkVersion version, CancellationToken cancellationToken = default)
    {
        if (work.Kind != WorkKind.Case)
            return;
        var hashes = version.Files.Select(file => file.Hash).ToList();
        if (
            await database
                .Set<FileText>()
                .AnyAsync(text => hashes.Contains(text.Hash) && text.State == FileTextState.Pending, cancellationToken)
        )
            throw new RefusedException("附件还在检查，请稍候再提交") { Kind = RefusalKind.Conflict };
        var findings = await FindingsAsync(work, version, cancellationToken);
        if (findings.Count > 0)
            throw new RefusedException("还有 {0} 处可能识别个人的信息没有处理，例如“{1}”", findings.Count, findings[0].Finding.Text)
            {
                Field = "privacy",
            };
    }

    private static IEnumerable<(string Where, string Text)> Fields(WorkContent content) =>
        content
            .Sections.Select(section => (section.Key, section.Value))
            .Append(("title", content.Title))
            .Append(("summary", content.Summary))
            .Append(("cover", content.Cover?.Text ?? ""))
            .Append(("keywords", string.Join('\n', content.Keywords)));

    private async Task<IEnumerable<(string Where, string Text)>> FileTextsAsync(WorkVersion version, CancellationToken cancellationToken)
    {
        var hashes = version.Files.Select(file => file.Hash).ToList();
        var texts = await database
            .Set<FileText>()
            .Where(text => hashes.Contains(text.Hash))
            .ToDictionaryAsync(text => text.Hash, text => text.Text + "\n" + text.Hidden, cancellationToken);
        return version.Files.Select(file => (file.Name, file.Name + "\n" + texts.GetValueOrDefault(file.Hash, "")));
    }

    private static string SentenceAround(string text, IdentifierFinding finding)
    {
        var from = Math.Max(0, finding.Start - Around);
        var to = Math.Min(text.Length, finding.Start + finding.Length + Around);
        return text[from..to].Replace('\n', ' ');
    }
}
