using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>How a teacher is named and reached.</summary>
/// <param name="AccountId">For notifications; null without an open account.</param>
/// <param name="Email">An address the teacher has proved; null without one.</param>
public sealed record TeacherContact(string TeacherId, string Number, string Name, string? AccountId, string? Email);

/// <summary>Names and ways to reach teachers and officers, for lists and messages of other modules.</summary>
public sealed class TeacherContacts(HubDbContext database)
{
    /// <summary>By id; unknown ids are left out.</summary>
    public Task<Dictionary<string, TeacherContact>> OfAsync(
        IReadOnlyCollection<string> teacherIds,
        CancellationToken cancellationToken = default
    ) =>
        database
            .Set<Teacher>()
            .Where(teacher => teacherIds.Contains(teacher.Id))
            .GroupJoin(
                database.Set<Account>().Where(account => account.ClosedAt == null),
                teacher => teacher.Id,
                account => account.TeacherId,
                (teacher, accounts) => new { teacher, accounts }
            )
            .SelectMany(
                row => row.accounts.DefaultIfEmpty(),
                (row, account) =>
                    new TeacherContact(
                        row.teacher.Id,
                        row.teacher.TeacherNumber,
                        row.teacher.Name,
                        account!.Id,
                        account.EmailConfirmed ? account.Email : null
                    )
            )
            .ToDictionaryAsync(contact => contact.TeacherId, cancellationToken);

    /// <summary>The proved address of an account; null without one.</summary>
    public Task<string?> EmailOfAsync(string accountId, CancellationToken cancellationToken = default) =>
        database
            .Set<Account>()
            .Where(account => account.Id == accountId && account.ClosedAt == null && account.EmailConfirmed)
            .Select(account => account.Email)
            .SingleOrDefaultAsync(cancellationToken);
}
