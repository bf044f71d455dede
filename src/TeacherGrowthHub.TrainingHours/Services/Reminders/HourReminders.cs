using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Reminders;

/// <summary>What came of a reminder.</summary>
/// <param name="Sent">Persons who got one message each.</param>
/// <param name="Unreachable">Persons without an account.</param>
public sealed record Reminded(int Sent, int Unreachable)
{
    public static Reminded operator +(Reminded left, Reminded right) => new(left.Sent + right.Sent, left.Unreachable + right.Unreachable);
}

/// <summary>Tells teachers what they miss: one message for all duties together, once on an occasion and day.</summary>
public sealed class HourReminders(
    HubDbContext database,
    OneNode node,
    FigurePeople people,
    TeacherContacts contacts,
    CopiedList words,
    NotificationSender notifications,
    Outbox outbox,
    TimeProvider clock,
    IStringLocalizer texts
)
{
    private const string MyHours = "/my/hours";
    private const string Text = "您本学年的学时还没有达标：{0}。学年到{1}结束，请安排培训或登记学时。";

    // A transaction that holds the lock for more would keep the other nodes waiting.
    private const int Page = 500;

    /// <summary>Reminds those of the teachers who miss hours and have not been reminded on this occasion and day.</summary>
    /// <param name="settings">Ways, and duties that are reminded of.</param>
    public async Task<Reminded> SendAsync(
        ReminderOccasion occasion,
        DateOnly day,
        SchoolYear year,
        IEnumerable<string> teacherIds,
        ReminderSettings settings,
        CancellationToken cancellationToken = default
    )
    {
        var total = new Reminded(0, 0);
        foreach (var page in teacherIds.Distinct().Chunk(Page))
            total += await SendPageAsync(occasion, day, year, page, settings, cancellationToken);
        return total;
    }

    private async Task<Reminded> SendPageAsync(
        ReminderOccasion occasion,
        DateOnly day,
        SchoolYear year,
        string[] page,
        ReminderSettings settings,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await node.BeginAsync(cancellationToken);
        var reminded = await database
            .Set<ReminderSent>()
            .Where(row => row.Occasion == occasion && row.Day == day && page.Contains(row.RecipientId))
            .Select(row => row.RecipientId)
            .ToListAsync(cancellationToken);
        var fresh = (await people.OfAsync([.. page.Except(reminded)], year.Id, cancellationToken))
            .Select(person => (person.TeacherId, Missing: person.Duties.Where(duty => IsMissing(duty, settings)).ToList()))
            .Where(person => person.Missing.Count > 0)
            .ToList();
        var reach = await contacts.OfAsync([.. fresh.Select(person => person.TeacherId)], cancellationToken);
        var sent = fresh.Where(person => reach[person.TeacherId].AccountId is not null).ToList();
        foreach (var (teacher, missing) in sent)
        {
            Send(reach[teacher].AccountId!, words.MissingOf(missing), year, settings);
            database.Add(SentTo(occasion, day, teacher));
        }
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return new Reminded(sent.Count, fresh.Count - sent.Count);
    }

    private static bool IsMissing(DutyBalance duty, ReminderSettings settings) =>
        duty.State == StandingState.Missing && settings.Concerns(duty.Duty);

    private void Send(string account, string missing, SchoolYear year, ReminderSettings settings)
    {
        var until = texts["{0:yyyy年M月d日}", year.End].Value;
        if (settings.InSite)
            notifications.Send(account, MyHours, Text, missing, until);
        if (settings.Mail)
            outbox.Add(new ReminderMail(account, texts[Text, missing, until], MyHours));
    }

    private ReminderSent SentTo(ReminderOccasion occasion, DateOnly day, string recipient) =>
        new()
        {
            Occasion = occasion,
            Day = day,
            RecipientId = recipient,
            SentAt = clock.GetUtcNow().UtcDateTime,
        };
}
