using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>Workbooks of hours from systems outside. One officer uploads, another certifies (domain rule: never what one typed in oneself).</summary>
internal sealed class HoursImport(
    HubDbContext database,
    HoursImportData data,
    OutsideHours outside,
    ImportedClaims imported,
    RuleBook rules,
    SchoolCalendar calendar,
    TeacherHistories histories
) : IImportKind
{
    public const string Kind = "hours";

    private const int Chunk = 500;

    public string Code => Kind;
    public string Label => "外部学时";
    public int Order => 40;
    public string Permission => HoursPermissions.Certify;
    public string ExportAction => "Hours.Exported";
    public IReadOnlyList<ImportColumn> Columns => HoursColumns.All;
    public bool NeedsSecondPerson => true;
    public bool CanBeUndone => true;

    public IRowPlanner Planner(ImportTarget target) => new HoursPlanner(target, data, outside, imported);

    public async Task<ColumnChoices?> ChoicesAsync(HubUser user, CancellationToken cancellationToken) =>
        await PresentAsync(cancellationToken) is { } year
            ? new ColumnChoices(
                HoursColumns.Kind,
                [
                    .. (await rules.OfAsync(year, cancellationToken))
                        .Rules.Kinds.Where(kind => kind.Form != ActivityForm.Achievement)
                        .Select(kind => kind.Label),
                ]
            )
            : null;

    /// <summary>What is certified in a school year, by teacher.</summary>
    public async IAsyncEnumerable<IReadOnlyDictionary<ImportColumn, string?>> ExportAsync(
        IReadOnlyList<string> scopes,
        int? schoolYear,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if ((schoolYear ?? await PresentAsync(cancellationToken)) is not { } year)
            yield break;
        var kinds = (await rules.OfAsync(year, cancellationToken)).Rules.Kinds.ToDictionary(kind => kind.Code, kind => kind.Label);
        var claims = database
            .Set<Claim>()
            .AsNoTracking()
            .Where(claim => claim.State == ClaimState.Certified && claim.SchoolYear == year)
            .Within(claim => claim.Path, scopes);
        var teachers = await claims.Select(claim => claim.TeacherId).Distinct().Order().ToListAsync(cancellationToken);
        foreach (var chunk in teachers.Chunk(Chunk))
        {
            var people = await histories.OfAsync(chunk, cancellationToken);
            var rows = await claims.Where(claim => EF.Parameter(chunk).Contains(claim.TeacherId)).ToListAsync(cancellationToken);
            foreach (var claim in rows.OrderBy(claim => people[claim.TeacherId].TeacherNumber).ThenBy(claim => claim.From))
                yield return Values(claim, people[claim.TeacherId], kinds.GetValueOrDefault(claim.Kind, claim.Kind));
        }
    }

    public Task UndoAsync(ImportBatch batch, string reason, HubUser user, Action<int> afterChunk, CancellationToken cancellationToken) =>
        imported.UndoAsync(batch.Id, reason, user, afterChunk, cancellationToken);

    private async Task<int?> PresentAsync(CancellationToken cancellationToken) =>
        (await calendar.YearOfAsync(calendar.Today, cancellationToken))?.Id;

    private static Dictionary<ImportColumn, string?> Values(Claim claim, TeacherHistory teacher, string kind) =>
        new()
        {
            [HoursColumns.Number] = teacher.TeacherNumber,
            [HoursColumns.Name] = teacher.Name,
            [HoursColumns.Title] = claim.Title,
            [HoursColumns.Kind] = kind,
            [HoursColumns.From] = claim.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [HoursColumns.To] = claim.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [HoursColumns.Hours] = claim.Raw.ToString(),
            [HoursColumns.Granted] = claim.Granted.ToString(),
            [HoursColumns.Provider] = claim.Provider,
            [HoursColumns.IsMentalHealth] = HoursColumns.Text(claim.IsMentalHealth),
            [HoursColumns.IsPreService] = HoursColumns.Text(claim.IsPreService),
            [HoursColumns.Reference] = claim.Reference,
            [HoursColumns.LateReason] = claim.LateReason,
        };
}
