using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>What a change was, for the audit trail; the mobile number in it is masked.</summary>
public sealed record RecordedChange(object? Before, object? After);

/// <summary>Opens teachers' records to whoever may keep them, and runs every change of one in a transaction with its audit line.</summary>
public sealed class TeacherRecords(HubDbContext database, SchoolCalendar calendar, PresentSchools schools, AuditTrail audit)
{
    /// <summary>Source text: two registered the same at one moment, and this is the second.</summary>
    public const string TakenMeanwhile = "刚刚有人登记了相同的工号或手机号，请核对后再保存";

    /// <summary>Furthest a post or a status may be dated ahead, in years.</summary>
    private const int YearsAhead = 1;
    private static readonly DateOnly Earliest = new(1950, 1, 1);

    /// <summary>A record with posts and duties.</summary>
    /// <exception cref="RefusedException">There is none, or somebody else keeps it: the answer is the same.</exception>
    public async Task<Teacher> FindAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        await WithHistory().SingleOrDefaultAsync(teacher => teacher.Id == id, cancellationToken) is { } found
        && user.MayKeep(found, calendar.Today)
            ? found
            : throw new RefusedException("没有这位教师，或不归您管理") { Kind = RefusalKind.NotFound };

    /// <summary>The same for reading. A record holds personal data: who looked is written down.</summary>
    public async Task<Teacher> ViewAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var teacher = await FindAsync(id, user, cancellationToken);
        audit.Record(user, "Teacher.Viewed", nameof(Teacher), id, path: teacher.KeeperOn(calendar.Today)?.Path);
        await database.SaveChangesAsync(cancellationToken);
        return teacher;
    }

    /// <summary>An open school at which the person keeps records.</summary>
    /// <exception cref="RefusedException">With <paramref name="field"/>: another kind of organisation, closed, or out of scope.</exception>
    public async Task<Organization> SchoolAsync(
        string? path,
        HubUser user,
        string field = "School",
        CancellationToken cancellationToken = default
    )
    {
        var school = await database.Set<Organization>().SingleOrDefaultAsync(organization => organization.Path == path, cancellationToken);
        if (school is not { IsSchool: true } || !user.Can(PeoplePermissions.ManageTeachers, school.Path))
            throw new RefusedException("请选择一所归您管理的学校") { Field = field };
        school.EnsureOpen(calendar.Today, field);
        return school;
    }

    /// <summary>Changes a record the person keeps: rules first, then history, audit line and present school in one transaction.</summary>
    public Task ChangeAsync(
        string id,
        HubUser user,
        string action,
        Func<Teacher, Task<RecordedChange>> change,
        CancellationToken cancellationToken = default
    ) => StoreAsync(() => FindAsync(id, user, cancellationToken), user, action, change, cancellationToken);

    /// <summary>The same for a record found in another way, for instance one that is being taken over.</summary>
    public async Task StoreAsync(
        Func<Task<Teacher>> find,
        HubUser user,
        string action,
        Func<Teacher, Task<RecordedChange>> change,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var teacher = await find();
            var keeper = teacher.KeeperOn(calendar.Today)?.Path;
            var (before, after) = await change(teacher);
            var next = teacher.KeeperOn(calendar.Today)?.Path;
            audit.Record(user, action, nameof(Teacher), teacher.Id, before, after, keeper ?? next);
            await StoreRules.GuardAsync(
                database,
                () => database.SaveChangesAsync(cancellationToken),
                () => new RefusedException(TakenMeanwhile) { Kind = RefusalKind.Conflict, Field = nameof(Teacher.TeacherNumber) }
            );
            await schools.RefreshAsync([teacher.Id], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (RefusedException)
        {
            // What the rules refused half-way must not ride along with the next line of the audit trail.
            database.ChangeTracker.Clear();
            throw;
        }
    }

    /// <summary>Refuses a day that no post or status can have.</summary>
    public void EnsurePlausible(DateOnly day, string field)
    {
        if (day < Earliest || day > calendar.Today.AddYears(YearsAhead))
            throw new RefusedException("日期不合理：{0:yyyy-MM-dd}", day) { Field = field };
    }

    /// <summary>Teachers with posts, their organisations and duties, tracked.</summary>
    public IQueryable<Teacher> WithHistory() =>
        database
            .Set<Teacher>()
            .Include(teacher => teacher.Duties)
            .Include(teacher => teacher.Posts)
                .ThenInclude(post => post.Organization)
            .AsSplitQuery();
}
