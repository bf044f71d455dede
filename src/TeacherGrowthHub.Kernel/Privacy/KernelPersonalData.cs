using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Privacy;

/// <summary>Messages and the person's own lines of the audit trail; the messages go with the account.</summary>
internal sealed class KernelPersonalData(HubDbContext database) : IPersonalDataSource, IAccountClosing
{
    public string Name => "site";

    public IReadOnlyCollection<Type> Covers => [typeof(Notification), typeof(AuditEntry)];

    public async Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var notes = Notes(owner.AccountId!).AsNoTracking().OrderBy(note => note.Id);
        await archive.AddAsync("notifications.json", notes.AsAsyncEnumerable(), cancellationToken);
        var lines = database
            .Set<AuditEntry>()
            .Where(line => line.AccountId == owner.AccountId)
            .OrderBy(line => line.Id)
            .Select(line => new
            {
                line.At,
                line.Address,
                line.Action,
                line.SubjectKind,
                line.SubjectId,
                line.Before,
                line.After,
            });
        await archive.AddAsync("audit.json", lines.AsAsyncEnumerable(), cancellationToken);
    }

    public Task OnClosingAsync(ClosingAccount account, CancellationToken cancellationToken) =>
        Notes(account.AccountId).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<Notification> Notes(string accountId) => database.Set<Notification>().Where(note => note.AccountId == accountId);
}
