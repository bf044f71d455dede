using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Messages;

/// <summary>Names of one school.</summary>
public sealed record SchoolNames(string School, IReadOnlyList<string> Names);

/// <summary>Who has not activated the account yet, or has none: a list to copy into a chat group.</summary>
public sealed class ActivationReminder(HubDbContext database)
{
    /// <summary>Most names listed; a chat group takes no more.</summary>
    public const int MaxNames = 1000;

    /// <summary>The names by school, in the order of the tree.</summary>
    public async Task<IReadOnlyList<SchoolNames>> ListAsync(HubUser user, CancellationToken cancellationToken = default)
    {
        var people = await database
            .Set<Teacher>()
            .Where(t => t.PresentPath != null && (t.Status == TeacherStatus.InPost || t.Status == TeacherStatus.OnLeave))
            .Within(t => t.PresentPath!, user.Scopes(PeoplePermissions.ManageAccounts))
            .Where(t => !database.Set<Account>().Any(a => a.TeacherId == t.Id && (a.PasswordHash != null || a.ClosedAt != null)))
            .Join(
                database.Set<Organization>(),
                t => t.PresentPath,
                o => o.Path,
                (t, o) =>
                    new
                    {
                        o.Path,
                        School = o.Name,
                        t.Name,
                        t.TeacherNumber,
                    }
            )
            .OrderBy(row => row.Path)
            .ThenBy(row => row.TeacherNumber)
            .Take(MaxNames)
            .ToListAsync(cancellationToken);
        return
        [
            .. people
                .GroupBy(row => (row.Path, row.School))
                .Select(group => new SchoolNames(group.Key.School, [.. group.Select(row => row.Name)])),
        ];
    }
}
