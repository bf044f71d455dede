using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Many teachers at once, for lists and messages of other modules.</summary>
public sealed class TeacherLookup(HubDbContext database)
{
    private const int MostNamed = 500;

    /// <summary>Accounts by teacher; teachers without an open account are left out.</summary>
    public Task<Dictionary<string, string>> AccountsAsync(
        IReadOnlyCollection<string> teacherIds,
        CancellationToken cancellationToken = default
    ) =>
        database
            .Set<Account>()
            .Where(account => account.ClosedAt == null && account.TeacherId != null && teacherIds.Contains(account.TeacherId))
            .ToDictionaryAsync(account => account.TeacherId!, account => account.Id, cancellationToken);

    /// <summary>Ids of teachers by their numbers; unknown numbers are left out.</summary>
    public Task<Dictionary<string, string>> ByNumberAsync(
        IReadOnlyCollection<string> numbers,
        CancellationToken cancellationToken = default
    ) =>
        database
            .Set<Teacher>()
            .Where(teacher => numbers.Contains(teacher.TeacherNumber))
            .ToDictionaryAsync(teacher => teacher.TeacherNumber, teacher => teacher.Id, cancellationToken);

    /// <summary>Ids of teachers with this number, or with a name that contains the text; the first few hundred.</summary>
    public Task<List<string>> NamedAsync(string text, CancellationToken cancellationToken = default) =>
        database
            .Set<Teacher>()
            .Where(teacher => teacher.TeacherNumber == text || teacher.Name.Contains(text))
            .OrderBy(teacher => teacher.Id)
            .Select(teacher => teacher.Id)
            .Take(MostNamed)
            .ToListAsync(cancellationToken);

    /// <summary>The teacher behind an open account; null when there is none.</summary>
    public Task<string?> TeacherOfAsync(string accountId, CancellationToken cancellationToken = default) =>
        database
            .Set<Account>()
            .Where(account => account.Id == accountId && account.ClosedAt == null)
            .Select(account => account.TeacherId)
            .SingleOrDefaultAsync(cancellationToken);
}
