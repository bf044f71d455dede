using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Integration;

/// <summary>Part of a list that another system walks through.</summary>
/// <param name="After">Where the next part begins; null at the end.</param>
internal sealed record ReadPart<T>(IReadOnlyList<T> Rows, IReadOnlyDictionary<string, TeacherHistory> Teachers, string? After);

/// <summary>Which part is asked for.</summary>
/// <param name="SchoolYear">By the year it begins in.</param>
/// <param name="Teacher">Number of one teacher; null for all.</param>
/// <param name="After">Where the part before ended; null at the beginning.</param>
public sealed record HoursQuestion(int SchoolYear, string? Teacher, string? After);

/// <summary>What other systems read: lines of the ledger and balances of the teachers within the scope of their key, teacher by teacher.</summary>
internal sealed class HoursReading(HubDbContext database, TeacherHistories histories, TeacherLookup lookup)
{
    /// <summary>Most teachers of one part.</summary>
    public const int MostTeachers = 500;

    /// <summary>Lines of a school year, in the order of the teachers' chains.</summary>
    public Task<ReadPart<LedgerEntry>> EntriesAsync(HoursQuestion question, HubUser user, CancellationToken cancellationToken) =>
        PartAsync(
            question,
            user,
            ids =>
                database
                    .Set<LedgerEntry>()
                    .Where(line => EF.Parameter(ids).Contains(line.TeacherId) && line.SchoolYear == question.SchoolYear)
                    .OrderBy(line => line.TeacherId)
                    .ThenBy(line => line.Sequence),
            cancellationToken
        );

    /// <summary>What is asked, counted and missing for each duty.</summary>
    public Task<ReadPart<DutyBalance>> BalancesAsync(HoursQuestion question, HubUser user, CancellationToken cancellationToken) =>
        PartAsync(
            question,
            user,
            ids =>
                database
                    .Set<DutyBalance>()
                    .Where(row => EF.Parameter(ids).Contains(row.TeacherId) && row.SchoolYear == question.SchoolYear)
                    .OrderBy(row => row.TeacherId)
                    .ThenBy(row => row.Duty),
            cancellationToken
        );

    // Whole teachers: what somebody certifies meanwhile never falls between two parts.
    private async Task<ReadPart<T>> PartAsync<T>(
        HoursQuestion question,
        HubUser user,
        Func<List<string>, IQueryable<T>> rowsOf,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var teachers = database
            .Set<TeacherYear>()
            .Where(row => row.SchoolYear == question.SchoolYear)
            .Within(row => row.Path, user.Scopes(HoursPermissions.ReadHours));
        if (question.Teacher is { } number)
        {
            var id = (await lookup.ByNumberAsync([number], cancellationToken)).GetValueOrDefault(number, "");
            teachers = teachers.Where(row => row.TeacherId == id);
        }
        if (question.After is { } after)
            teachers = teachers.Where(row => string.Compare(row.TeacherId, after) > 0);
        var ids = await teachers
            .OrderBy(row => row.TeacherId)
            .Select(row => row.TeacherId)
            .Take(MostTeachers)
            .ToListAsync(cancellationToken);
        return new ReadPart<T>(
            await rowsOf(ids).AsNoTracking().ToListAsync(cancellationToken),
            await histories.OfAsync(ids, cancellationToken),
            ids.Count == MostTeachers ? ids[^1] : null
        );
    }
}
