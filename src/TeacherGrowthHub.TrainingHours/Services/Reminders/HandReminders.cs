using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Reminders;

/// <summary>An officer reminds people of a list: everybody gets one message a day, however often the button is pressed.</summary>
public sealed class HandReminders(
    HubDbContext database,
    FigureAccess access,
    FigureLists lists,
    FigurePeople people,
    HourReminders reminders,
    CopiedList copied,
    GroupRobots robots,
    AuditTrail audit,
    SchoolCalendar calendar
)
{
    private const int MostAtOnce = 20_000;

    /// <summary>Reminds the chosen of a list, or all of it.</summary>
    /// <param name="chosen">Ids; those that are not in the list are passed over. Null takes everybody.</param>
    /// <exception cref="RefusedException">Nobody is chosen, or the list is outside the scope.</exception>
    public async Task<Reminded> SendAsync(
        HubUser user,
        FigureFilter filter,
        IReadOnlyCollection<string>? chosen,
        CancellationToken cancellationToken = default
    )
    {
        await access.FindAsync(filter.Path, user, cancellationToken);
        var listed = await lists.IdsAsync(filter, MostAtOnce, cancellationToken);
        var ids = chosen is null ? listed : [.. listed.Intersect(chosen)];
        if (ids.Count == 0)
            throw new RefusedException("请先勾选要提醒的教师");
        var settings = new ReminderSettings { Duties = filter.Duty is { } duty ? [duty] : [] };
        var result = await reminders.SendAsync(ReminderOccasion.ByHand, calendar.Today, filter.Year, ids, settings, cancellationToken);
        await RecordAsync(user, filter, new { result.Sent, result.Unreachable }, cancellationToken);
        return result;
    }

    /// <summary>Lets the robots of the organisation itself say the list.</summary>
    /// <returns>In how many groups.</returns>
    /// <exception cref="RefusedException">There is no robot, nobody to name, or the list is outside the scope.</exception>
    public async Task<int> SpeakAsync(HubUser user, FigureFilter filter, CancellationToken cancellationToken = default)
    {
        var place = await access.FindAsync(filter.Path, user, cancellationToken);
        var groups = await robots.SendAsync(filter.Path, await TextAsync(place, filter, cancellationToken), cancellationToken);
        if (groups == 0)
            throw new RefusedException("这个单位还没有添加群机器人，请先在“管理—群机器人”里添加");
        await RecordAsync(user, filter, new { Groups = groups }, cancellationToken);
        return groups;
    }

    /// <summary>The list as a text.</summary>
    public async Task<string> TextAsync(FigurePlace place, FigureFilter filter, CancellationToken cancellationToken = default)
    {
        var ids = await lists.IdsAsync(filter, CopiedList.MaxPeople, cancellationToken);
        var listed = await people.OfAsync(ids, filter.Year.Id, cancellationToken);
        return copied.Of(
            listed.Select(person => person with { Duties = [.. person.Duties.Where(row => row.Duty == (filter.Duty ?? row.Duty))] }),
            place.Within.ToDictionary(organization => organization.Path, organization => organization.Name),
            filter.Year.Id
        );
    }

    private async Task RecordAsync(HubUser user, FigureFilter filter, object what, CancellationToken cancellationToken)
    {
        audit.Record(user, "Hours.Reminded", nameof(TeacherYear), filter.Year.Id.ToString(), after: what, path: filter.Path);
        await database.SaveChangesAsync(cancellationToken);
    }
}
