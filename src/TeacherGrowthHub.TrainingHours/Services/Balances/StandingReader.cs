using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Balances;

/// <summary>A teacher's standing of a school year with everything it was reckoned from.</summary>
public sealed record TeacherStanding(TeacherHistory Teacher, SchoolYear Year, RuleVersion Rules, TeacherFacts Facts, YearStanding Standing);

/// <summary>Reckons standings afresh from duties, ledger and rules.</summary>
public sealed class StandingReader(HubDbContext database, RuleBook rules, SchoolCalendar calendar, TeacherHistories histories)
{
    /// <summary>One teacher's standing; null for an unknown teacher or a year the calendar does not have.</summary>
    public async Task<TeacherStanding?> OfAsync(string teacherId, int schoolYear, CancellationToken cancellationToken = default) =>
        (await OfAsync([teacherId], [schoolYear], cancellationToken)).SingleOrDefault();

    /// <summary>The standings of teachers in years; years without calendar or rules are left out.</summary>
    public async Task<IReadOnlyList<TeacherStanding>> OfAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> schoolYears,
        CancellationToken cancellationToken = default
    )
    {
        var versions = await rules.VersionsAsync(cancellationToken);
        var years = (await calendar.YearsAsync(cancellationToken)).Where(year => schoolYears.Contains(year.Id)).ToList();
        var people = await histories.OfAsync(teacherIds, cancellationToken);
        var entries = await EntriesAsync(teacherIds, schoolYears, cancellationToken);
        var exemptions = await ExemptionsAsync(teacherIds, schoolYears, cancellationToken);
        return
        [
            .. from year in years
            let version = RuleVersion.Governing(versions, year.Id)
            where version is not null
            from teacher in people.Values
            let facts = new TeacherFacts(
                teacher.Duties,
                [.. entries[teacher.TeacherId].Where(entry => Concerns(entry, year.Id))],
                [.. exemptions[teacher.TeacherId].Where(exemption => exemption.SchoolYear == year.Id)]
            )
            select new TeacherStanding(teacher, year, version, facts, Reckoning.Reckon(version.Rules, year, facts)),
        ];
    }

    /// <summary>Whether a line may matter in a school year: a pre-service course may lie in the year before or after the cohort's.</summary>
    internal static bool Concerns(LedgerEntry entry, int year) =>
        entry.SchoolYear == year || (entry.IsPreService && Math.Abs(entry.SchoolYear - year) == 1);

    private async Task<ILookup<string, LedgerEntry>> EntriesAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> years,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = (years.Min(), years.Max());
        var entries = await database
            .Set<LedgerEntry>()
            .AsNoTracking()
            .Where(entry => EF.Parameter(teacherIds).Contains(entry.TeacherId))
            .Where(entry =>
                (entry.SchoolYear >= first && entry.SchoolYear <= last)
                || (entry.IsPreService && entry.SchoolYear >= first - 1 && entry.SchoolYear <= last + 1)
            )
            .ToListAsync(cancellationToken);
        return entries.ToLookup(entry => entry.TeacherId);
    }

    private async Task<ILookup<string, Exemption>> ExemptionsAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> years,
        CancellationToken cancellationToken
    )
    {
        var exemptions = await database
            .Set<Exemption>()
            .AsNoTracking()
            .Where(exemption => EF.Parameter(teacherIds).Contains(exemption.TeacherId) && years.Contains(exemption.SchoolYear))
            .ToListAsync(cancellationToken);
        return exemptions.ToLookup(exemption => exemption.TeacherId);
    }
}
