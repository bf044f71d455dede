using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>What every change of the tree needs: one change at a time, the organisation as it is now, its dated history.</summary>
public sealed class OrganizationTree(HubDbContext database, SchoolCalendar calendar, TimeProvider clock)
{
    private const string TakeLock = "SELECT pg_advisory_xact_lock(7274013)";

    /// <summary>
    /// Begins the transaction of a change and waits until no other changes the tree: SQLite's own lock, an advisory lock on PostgreSQL. Paths
    /// are made of parents' paths, and so must be read after this, not before.
    /// </summary>
    public async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlRawAsync(TakeLock, cancellationToken);
        return transaction;
    }

    /// <summary>An organisation that the person may see, to be changed.</summary>
    /// <exception cref="RefusedException">There is none for this person.</exception>
    public Task<Organization> FindAsync(string? id, HubUser user, CancellationToken cancellationToken) =>
        FindAsync(database.Set<Organization>(), id, user, cancellationToken);

    /// <summary>The same, to be shown: a page that has read it must not hold the change that follows to what it read.</summary>
    /// <exception cref="RefusedException">There is none for this person.</exception>
    public Task<Organization> ReadAsync(string? id, HubUser user, CancellationToken cancellationToken) =>
        FindAsync(database.Set<Organization>().AsNoTracking(), id, user, cancellationToken);

    /// <summary>An organisation that the person may rename, move, merge and close.</summary>
    public async Task<Organization> ManagedAsync(string? id, HubUser user, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, user, cancellationToken);
        return user.MayManage(found) ? found : throw Forbidden();
    }

    /// <summary>An organisation below which the person may put others.</summary>
    public async Task<Organization> ParentAsync(string? id, HubUser user, CancellationToken cancellationToken)
    {
        var found = await FindAsync(id, user, cancellationToken);
        return user.MayManageBelow(found) ? found : throw Forbidden();
    }

    /// <summary>Refuses a code that a sibling has, closed ones included: their paths stay theirs.</summary>
    public async Task EnsureFreeAsync(string path, CancellationToken cancellationToken)
    {
        var holder = await database.Set<Organization>().AsNoTracking().SingleOrDefaultAsync(o => o.Path == path, cancellationToken);
        if (holder is not null)
            throw new RefusedException("代码 {0} 已由“{1}”使用，请换一个", holder.Code, holder.Name) { Field = nameof(Organization.Code) };
    }

    /// <summary>What still stands in it on a day.</summary>
    public async Task<OrganizationContents> ContentsAsync(Organization organization, DateOnly day, CancellationToken cancellationToken)
    {
        var teachers = await database
            .Set<TeacherPost>()
            .Where(post => post.OrganizationId == organization.Id && (post.To == null || day <= post.To))
            .Select(post => post.TeacherId)
            .Distinct()
            .CountAsync(cancellationToken);
        var below = await database
            .Set<Organization>()
            .Within(other => other.Path, [organization.Path])
            .CountAsync(other => other.Id != organization.Id && (other.ClosedOn == null || day < other.ClosedOn), cancellationToken);
        return new OrganizationContents(teachers, below);
    }

    /// <summary>The act as stated, held against the organisation's history; no later than so many days from today.</summary>
    public async Task<OrganizationAct> CheckAsync(
        OrganizationAct act,
        Organization organization,
        CancellationToken cancellationToken,
        int daysAhead = 0
    )
    {
        var last = await database
            .Set<OrganizationEvent>()
            .Where(line => line.OrganizationId == organization.Id)
            .MaxAsync(line => (DateOnly?)line.On, cancellationToken);
        return act.Checked(last, calendar.Today.AddDays(daysAhead));
    }

    /// <summary>Adds a line to the history, stored by the caller.</summary>
    public void Write(Organization organization, OrganizationEventKind kind, OrganizationAct act, string? before, string? after) =>
        database.Add(
            new OrganizationEvent
            {
                Id = HubId.New(clock),
                OrganizationId = organization.Id,
                Kind = kind,
                On = act.Day,
                Before = before,
                After = after,
                Document = act.Document,
            }
        );

    private static async Task<Organization> FindAsync(
        IQueryable<Organization> organizations,
        string? id,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        var found = await organizations.SingleOrDefaultAsync(organization => organization.Id == id, cancellationToken);
        return found is not null && user.MaySee(found) ? found : throw new RefusedException("没有这个单位") { Kind = RefusalKind.NotFound };
    }

    private static RefusedException Forbidden() => new("您只能管理本单位下级的单位") { Kind = RefusalKind.Forbidden };
}
