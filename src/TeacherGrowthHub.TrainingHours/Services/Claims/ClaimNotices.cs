using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Tells teachers what became of their claims.</summary>
public sealed class ClaimNotices(HubDbContext database, PeopleDirectory directory, TeacherLookup lookup, NotificationSender notifications)
    : IOutboxHandler<HoursCertified>,
        IOutboxHandler<HoursReversed>
{
    private const string MyHours = "/my/hours";

    public static string LinkOf(Claim claim) => $"/my/hours/claims/{claim.Id}";

    public Task EnteredAsync(Claim claim, HubUser by, CancellationToken cancellationToken) =>
        TellAsync(claim, "{0}为您登记了“{1}”", cancellationToken, by.Name, claim.Title);

    public Task ReturnedAsync(Claim claim, CancellationToken cancellationToken) =>
        TellAsync(claim, "“{0}”的学时申报被退回：{1}", cancellationToken, claim.Title, claim.Reason ?? "");

    public Task RefusedAsync(Claim claim, CancellationToken cancellationToken) =>
        TellAsync(claim, "“{0}”不予认定：{1}", cancellationToken, claim.Title, claim.Reason ?? "");

    /// <summary>One message for each teacher of the act; running twice tells once.</summary>
    public Task HandleAsync(HoursCertified message, CancellationToken cancellationToken) =>
        TellOfActAsync(message.Entries, message.ActId, "已认定 {0} 学时：{1}", cancellationToken);

    public Task HandleAsync(HoursReversed message, CancellationToken cancellationToken) =>
        TellOfActAsync(message.Entries, message.ActId, "已撤销 {0} 学时：{1}", cancellationToken);

    private async Task TellAsync(Claim claim, string text, CancellationToken cancellationToken, params string[] arguments)
    {
        if (await directory.AccountOfAsync(claim.TeacherId, cancellationToken) is { } account)
            notifications.Send(account, LinkOf(claim), text, arguments);
    }

    private async Task TellOfActAsync(IReadOnlyList<EntryKey> keys, string actId, string text, CancellationToken cancellationToken)
    {
        var link = $"{MyHours}?act={actId}";
        var told = await database
            .Set<Notification>()
            .Where(note => note.Link == link)
            .Select(note => note.AccountId)
            .ToListAsync(cancellationToken);
        var teachers = keys.Select(key => key.TeacherId).Distinct().ToList();
        var accounts = await lookup.AccountsAsync(teachers, cancellationToken);
        var lines = await database
            .Set<LedgerEntry>()
            .AsNoTracking()
            .Where(entry => entry.ActId == actId || EF.Parameter(teachers).Contains(entry.TeacherId))
            .ToListAsync(cancellationToken);
        var wanted = keys.ToHashSet();
        var byTeacher = lines.Where(line => wanted.Contains(new EntryKey(line.TeacherId, line.Sequence))).ToLookup(line => line.TeacherId);
        foreach (var (teacher, account) in accounts.Where(pair => !told.Contains(pair.Value)))
        {
            var own = byTeacher[teacher].ToList();
            notifications.Send(
                account,
                link,
                text,
                Domain.HoursSum.Sum(own, line => line.Counted).ToString(),
                string.Join('、', own.Select(line => line.Title))
            );
        }
        await database.SaveChangesAsync(cancellationToken);
    }
}
