using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>A teacher with the duties of a school year.</summary>
/// <param name="Path">School.</param>
public sealed record FigurePerson(string TeacherId, string Number, string Name, string Path, IReadOnlyList<DutyBalance> Duties)
{
    /// <summary>Whether everything that is asked is attained.</summary>
    public bool IsAttained => Duties.All(duty => duty.State != StandingState.Missing);
}

/// <summary>Teachers by name with their balances. Whoever calls has checked the scope.</summary>
public sealed class FigurePeople(HubDbContext database, TeacherContacts contacts)
{
    /// <summary>Everybody of a school of whom hours are asked, by number.</summary>
    public Task<IReadOnlyList<FigurePerson>> OfSchoolAsync(string path, int schoolYear, CancellationToken cancellationToken = default) =>
        OfAsync(Balances(schoolYear).Where(row => row.Path == path), cancellationToken);

    /// <summary>Everybody at and below a path.</summary>
    public Task<IReadOnlyList<FigurePerson>> WithinAsync(string path, int schoolYear, CancellationToken cancellationToken = default) =>
        OfAsync(Balances(schoolYear).Within(row => row.Path, [path]), cancellationToken);

    /// <summary>Some people with all their duties.</summary>
    public Task<IReadOnlyList<FigurePerson>> OfAsync(
        IReadOnlyCollection<string> teacherIds,
        int schoolYear,
        CancellationToken cancellationToken = default
    ) => OfAsync(Balances(schoolYear).Where(row => teacherIds.Contains(row.TeacherId)), cancellationToken);

    private async Task<IReadOnlyList<FigurePerson>> OfAsync(IQueryable<DutyBalance> balances, CancellationToken cancellationToken)
    {
        var rows = await balances.ToListAsync(cancellationToken);
        var names = await contacts.OfAsync([.. rows.Select(row => row.TeacherId).Distinct()], cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.TeacherId)
                .Where(person => names.ContainsKey(person.Key))
                .Select(person => new FigurePerson(
                    person.Key,
                    names[person.Key].Number,
                    names[person.Key].Name,
                    person.First().Path,
                    [.. person.OrderBy(row => row.Duty)]
                ))
                .OrderBy(person => person.Path, StringComparer.Ordinal)
                .ThenBy(person => person.Number, StringComparer.Ordinal),
        ];
    }

    private IQueryable<DutyBalance> Balances(int schoolYear) =>
        database.Set<DutyBalance>().AsNoTracking().Where(row => row.SchoolYear == schoolYear);
}
