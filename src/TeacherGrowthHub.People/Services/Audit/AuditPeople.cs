using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Audit;

/// <summary>Finds whom the reader of the audit trail means by a number.</summary>
public sealed class AuditPeople(HubDbContext database)
{
    /// <summary>Accounts with that teacher number (工号) or mobile number.</summary>
    public async Task<IReadOnlyList<string>> AccountsAsync(string? person, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(person))
            return [];
        var number = person.ToUpperInvariant();
        return await database
            .Set<Account>()
            .Where(account =>
                account.NormalizedUserName == number || account.PhoneNumber == person || account.Teacher!.TeacherNumber == person
            )
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
    }
}
