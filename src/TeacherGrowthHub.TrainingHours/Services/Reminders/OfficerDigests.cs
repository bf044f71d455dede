using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Reminders;

/// <summary>Tells officers and chat groups how many miss hours in their organisation: one digest for each scope, counts only.</summary>
public sealed class OfficerDigests(
    HubDbContext database,
    OneNode node,
    PeopleDirectory people,
    FigureCounting counting,
    SiteSettings store,
    GroupRobots robots,
    NotificationSender notifications,
    Outbox outbox,
    TimeProvider clock,
    IStringLocalizer texts
)
{
    private const string Robot = "robot";
    private const string Text = "{0}有{1}人本学年的学时还没有达标（应达标{2}人）。可以在未达标名单中提醒他们。";

    /// <summary>Sends what has not been sent for that day.</summary>
    public async Task SendAsync(DateOnly day, SchoolYear year, ReminderSettings settings, CancellationToken cancellationToken = default)
    {
        await using var transaction = await node.BeginAsync(cancellationToken);
        var round = new Round(
            day,
            (await people.OrganizationsAsync(cancellationToken)).ToDictionary(organization => organization.Path),
            await counting.BySchoolAsync("", year, cancellationToken),
            await SentAsync(day, cancellationToken)
        );
        foreach (var holder in await people.HoldersAsync(HoursPermissions.ViewFigures, cancellationToken))
            Tell(round, holder.Path, holder.AccountId, (link, words) => Tell(settings, holder.AccountId, link, words));
        if (settings.Robot)
            await TellRobotsAsync(round, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    private async Task TellRobotsAsync(Round round, CancellationToken cancellationToken)
    {
        var spoken = new List<(string Path, string Words)>();
        foreach (var path in (await store.GetAsync<GroupRobotSettings>(cancellationToken)).Robots.Select(robot => robot.Path).Distinct())
            Tell(round, path, Robot, (_, words) => spoken.Add((path, texts[Text, [.. words]])));
        foreach (var (path, words) in spoken)
            await robots.SendAsync(path, words, cancellationToken);
    }

    private void Tell(ReminderSettings settings, string account, string link, string[] words)
    {
        if (settings.InSite)
            notifications.Send(account, link, Text, words);
        if (settings.Mail)
            outbox.Add(new ReminderMail(account, texts[Text, [.. words]], link));
    }

    private void Tell(Round round, string path, string recipient, Action<string, string[]> tell)
    {
        if (!round.Organizations.TryGetValue(path, out var organization) || !round.Sent.Add((recipient, organization.Id)))
            return;
        var counts = round.Counts.Where(pair => OrganizationPath.Contains(path, pair.Key)).Select(pair => pair.Value).Total();
        if (counts.Missing == 0)
            return;
        tell(
            $"/figures/missing?at={Uri.EscapeDataString(path)}",
            [organization.Area(), counts.Missing.ToString("N0"), counts.Asked.ToString("N0")]
        );
        database.Add(
            new ReminderSent
            {
                Occasion = ReminderOccasion.Date,
                Day = round.Day,
                RecipientId = recipient,
                OrganizationId = organization.Id,
                SentAt = clock.GetUtcNow().UtcDateTime,
            }
        );
    }

    private async Task<HashSet<(string, string)>> SentAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var rows = await database
            .Set<ReminderSent>()
            .Where(row => row.Occasion == ReminderOccasion.Date && row.Day == day && row.OrganizationId != "")
            .Select(row => new { row.RecipientId, row.OrganizationId })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.RecipientId, row.OrganizationId))];
    }

    private sealed record Round(
        DateOnly Day,
        IReadOnlyDictionary<string, Organization> Organizations,
        IReadOnlyDictionary<string, FigureCounts> Counts,
        HashSet<(string Recipient, string Organization)> Sent
    );
}
