using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>An officer's own filters of the queue.</summary>
public sealed class SavedFilters(HubDbContext database, TimeProvider clock)
{
    private const int Most = 12;

    public async Task<IReadOnlyList<SavedClaimFilter>> OfAsync(HubUser user, CancellationToken cancellationToken = default) =>
        await database
            .Set<SavedClaimFilter>()
            .AsNoTracking()
            .Where(filter => filter.AccountId == user.AccountId)
            .OrderBy(filter => filter.Id)
            .ToListAsync(cancellationToken);

    /// <exception cref="RefusedException">Without a name, or too many.</exception>
    public async Task AddAsync(string? name, string query, HubUser user, CancellationToken cancellationToken = default)
    {
        var typed = Typed.Required(name, "Name", "筛选的名字", SavedClaimFilter.MaxNameLength);
        if ((await OfAsync(user, cancellationToken)).Count >= Most)
            throw new RefusedException("最多保存 {0} 个筛选，请先删除不用的", Most) { Field = "Name" };
        database.Add(
            new SavedClaimFilter
            {
                Id = HubId.New(clock),
                AccountId = user.AccountId!,
                Name = typed,
                Query = query,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    public Task RemoveAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        database
            .Set<SavedClaimFilter>()
            .Where(filter => filter.Id == id && filter.AccountId == user.AccountId)
            .ExecuteDeleteAsync(cancellationToken);
}
