using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Balances;

/// <summary>Keeps the stored balances true to what <see cref="Reckoning"/> says, in the caller's transaction and under the chains' locks.</summary>
public sealed class BalanceKeeping(HubDbContext database, StandingReader standings, SchoolCalendar calendar, FigureCache figures)
{
    /// <summary>The school years whose balances hours of a school year may change.</summary>
    public static IEnumerable<int> YearsOf(int schoolYear, bool isPreService) =>
        isPreService ? [schoolYear - 1, schoolYear, schoolYear + 1] : [schoolYear];

    /// <summary>Reckons anew and stores what has changed. The chains of these teachers must be locked by the caller.</summary>
    public async Task RefreshAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> schoolYears,
        CancellationToken cancellationToken = default
    )
    {
        if (teacherIds.Count == 0 || schoolYears.Count == 0)
            return;
        await ReckonAsync(teacherIds, schoolYears, cancellationToken);
        figures.Changed();
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Those whose stored balances are not what a reckoning gives now; reads without a lock and stores nothing.</summary>
    public async Task<IReadOnlyList<string>> StaleAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> schoolYears,
        CancellationToken cancellationToken
    )
    {
        await ReckonAsync(teacherIds, schoolYears, cancellationToken);
        var changed = database.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged);
        List<string> stale = [.. changed.Select(entry => (string)entry.Property(nameof(TeacherYear.TeacherId)).CurrentValue!).Distinct()];
        database.ChangeTracker.Clear();
        return stale;
    }

    private async Task ReckonAsync(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> schoolYears,
        CancellationToken cancellationToken
    )
    {
        var fresh = await standings.OfAsync(teacherIds, schoolYears, cancellationToken);
        var years = await StoredAsync<TeacherYear>(teacherIds, schoolYears, cancellationToken);
        var duties = await StoredAsync<DutyBalance>(teacherIds, schoolYears, cancellationToken);
        var yearRows = years.ToDictionary(row => (row.TeacherId, row.SchoolYear));
        var dutyRows = duties.ToDictionary(row => (row.TeacherId, row.SchoolYear, row.Duty));
        foreach (var standing in fresh)
            Keep(standing, yearRows, dutyRows);
        // What is left is asked no longer.
        database.RemoveRange(yearRows.Values);
        database.RemoveRange(dutyRows.Values);
    }

    private void Keep(
        TeacherStanding standing,
        Dictionary<(string, int), TeacherYear> years,
        Dictionary<(string, int, DutyKind), DutyBalance> duties
    )
    {
        var (teacher, year) = (standing.Teacher, standing.Year);
        var day = calendar.Today < year.End ? calendar.Today : year.End;
        var path = teacher.PostOn(day)?.Path;
        var certified = standing.Facts.Standing.Where(entry => entry.SchoolYear == year.Id).ToList();
        if (path is null || (standing.Standing.Duties.Count == 0 && certified.Count == 0 && !teacher.Holds(DutyKind.SubjectTeacher, day)))
            return;
        if (!years.Remove((teacher.TeacherId, year.Id), out var row))
            database.Add(
                row = new TeacherYear
                {
                    TeacherId = teacher.TeacherId,
                    SchoolYear = year.Id,
                    Path = path,
                }
            );
        row.Path = path;
        row.CertifiedHundredths = certified.Sum(entry => entry.Counted).Hundredths;
        row.Activities = certified.Count;
        row.Duties = standing.Standing.Duties.Count(duty => duty.State != StandingState.Exempt);
        row.IsAttained = standing.Standing.IsAttained;
        row.IsSubjectInPost = teacher.Holds(DutyKind.SubjectTeacher, day);
        row.HasMentalHealth = certified.Any(entry => entry.IsMentalHealth);
        foreach (var duty in standing.Standing.Duties)
            Keep(standing, duty, path, duties);
    }

    private void Keep(TeacherStanding standing, DutyStanding duty, string path, Dictionary<(string, int, DutyKind), DutyBalance> duties)
    {
        var key = (standing.Teacher.TeacherId, standing.Year.Id, duty.Quota.Duty);
        if (!duties.Remove(key, out var row))
            database.Add(
                row = new DutyBalance
                {
                    TeacherId = key.TeacherId,
                    SchoolYear = key.Id,
                    Duty = key.Duty,
                    Path = path,
                }
            );
        row.Path = path;
        row.RequiredHundredths = duty.Required.Hundredths;
        row.CertifiedHundredths = duty.Certified.Hundredths;
        row.CountedHundredths = duty.Counted.Hundredths;
        row.MissingHundredths = duty.Missing.Hundredths;
        row.State = duty.State;
        row.ByKind = JsonSerializer.Serialize(duty.ByKind.ToDictionary(kind => kind.Key, kind => kind.Value.Hundredths));
        row.RuleVersion = standing.Rules.Number;
    }

    private Task<List<T>> StoredAsync<T>(
        IReadOnlyCollection<string> teacherIds,
        IReadOnlyCollection<int> schoolYears,
        CancellationToken cancellationToken
    )
        where T : class =>
        database
            .Set<T>()
            .Where(row =>
                EF.Parameter(teacherIds).Contains(EF.Property<string>(row, nameof(TeacherYear.TeacherId)))
                && schoolYears.Contains(EF.Property<int>(row, nameof(TeacherYear.SchoolYear)))
            )
            .ToListAsync(cancellationToken);
}
