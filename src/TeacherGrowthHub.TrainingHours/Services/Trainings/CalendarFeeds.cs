using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Personal feeds: whoever knows the address may read it, so that calendar programs can.</summary>
public sealed class CalendarFeeds(HubDbContext database, TrainingReader reader, TeacherLookup teachers, AuditTrail audit)
{
    private const int TokenBytes = 24;

    /// <summary>The person's address; null before it was asked for.</summary>
    public async Task<string?> TokenAsync(HubUser user, CancellationToken cancellationToken = default) =>
        (await FindAsync(user, cancellationToken))?.Token;

    /// <summary>Makes an address; the one before no longer works.</summary>
    public async Task RenewAsync(HubUser user, CancellationToken cancellationToken = default)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        if (await FindAsync(user, cancellationToken) is { } feed)
            feed.Token = token;
        else
            database.Add(new CalendarFeed { AccountId = user.AccountId!, Token = token });
        audit.Record(user, "CalendarFeed.Renewed", nameof(CalendarFeed), user.AccountId!);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The trainings behind an address; null when there is no such address.</summary>
    public async Task<IReadOnlyList<Training>?> ReadAsync(string token, CancellationToken cancellationToken = default)
    {
        var feed = await database.Set<CalendarFeed>().AsNoTracking().SingleOrDefaultAsync(row => row.Token == token, cancellationToken);
        if (feed is null || await teachers.TeacherOfAsync(feed.AccountId, cancellationToken) is not { } teacherId)
            return null;
        var own = await reader.OfTeacherAsync(teacherId, cancellationToken);
        return [.. own.Where(row => row.Enrolment.State == EnrolmentState.Enrolled).Select(row => row.Training)];
    }

    private Task<CalendarFeed?> FindAsync(HubUser user, CancellationToken cancellationToken) =>
        database.Set<CalendarFeed>().SingleOrDefaultAsync(row => row.AccountId == user.AccountId, cancellationToken);
}
