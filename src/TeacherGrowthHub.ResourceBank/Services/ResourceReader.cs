using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>A line of one's own works.</summary>
public sealed record OwnWork(
    string Id,
    WorkKind Kind,
    string Title,
    VersionState? Working,
    WorkVisibility Visibility,
    DateTime UpdatedAt,
    string? Note
);

/// <summary>What readers read.</summary>
public sealed class ResourceReader(HubDbContext database, WorkLoader works)
{
    /// <summary>A published work. Cases are for signed-in teachers.</summary>
    /// <exception cref="RefusedException">404 for what was never published, 410 with the notice for what was.</exception>
    public async Task<Work> PublishedAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await works.FindAsync(id, cancellationToken);
        if (work is null || work.Visibility == WorkVisibility.Hidden)
            throw WorkLoader.NotFound();
        if (work.Visibility == WorkVisibility.Withdrawn)
            throw new RefusedException("这份资源已由作者撤回：{0}", work.NoticeReason!) { Kind = RefusalKind.Gone };
        if (work.Visibility == WorkVisibility.TakenDown)
            throw new RefusedException("这份资源已下架：{0}", work.NoticeReason!) { Kind = RefusalKind.Gone };
        return work.Kind == WorkKind.Case && !user.IsSignedIn && !user.IsSystem
            ? throw new RefusedException("案例只对登录的教师开放，请先登录") { Kind = RefusalKind.Forbidden }
            : work;
    }

    /// <summary>Cards of published works, in the order of the ids.</summary>
    public async Task<IReadOnlyList<WorkCard>> CardsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken = default)
    {
        var found = await database
            .Set<Work>()
            .AsNoTracking()
            .Include(work => work.Versions.Where(version => version.State == VersionState.Published))
            .Where(work => ids.Contains(work.Id) && work.Visibility == WorkVisibility.Published)
            .ToDictionaryAsync(work => work.Id, cancellationToken);
        return [.. ids.Where(found.ContainsKey).Select(id => WorkCard.Of(found[id]))];
    }

    /// <summary>The person's own works, last touched first.</summary>
    public async Task<IReadOnlyList<OwnWork>> OwnAsync(string accountId, CancellationToken cancellationToken = default)
    {
        var own = await database
            .Set<Work>()
            .AsNoTracking()
            .Include(work => work.Versions)
            .Where(work => work.OwnerId == accountId)
            .ToListAsync(cancellationToken);
        return
        [
            .. own.Select(work => (work, version: work.Working ?? work.Published ?? work.Versions.MaxBy(v => v.Number)!))
                .OrderByDescending(row => row.version.UpdatedAt)
                .Select(row => new OwnWork(
                    row.work.Id,
                    row.work.Kind,
                    row.version.Title,
                    row.work.Working?.State,
                    row.work.Visibility,
                    row.version.UpdatedAt,
                    row.work.Working?.ReviewNote
                )),
        ];
    }

    /// <summary>What was read from the files of a version, by blob key.</summary>
    public async Task<IReadOnlyDictionary<string, FileText>> FileTextsAsync(
        WorkVersion version,
        CancellationToken cancellationToken = default
    )
    {
        var hashes = version.Files.Select(file => file.Hash).ToList();
        return await database
            .Set<FileText>()
            .AsNoTracking()
            .Where(text => hashes.Contains(text.Hash))
            .ToDictionaryAsync(text => text.Hash, cancellationToken);
    }
}
