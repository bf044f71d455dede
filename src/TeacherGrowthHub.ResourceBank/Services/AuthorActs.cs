using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>One act of an author on a work of one's own: changed, written down and saved together.</summary>
public sealed class AuthorActs(HubDbContext database, WorkLoader works, AuditTrail audit, ChangeLog changes)
{
    /// <param name="id">The work.</param>
    /// <param name="user">The author.</param>
    /// <param name="action">Name of the act in the audit trail.</param>
    /// <param name="change">What is done; refuses what the rules do not allow.</param>
    public async Task ChangeAsync(string id, HubUser user, string action, Action<Work> change, CancellationToken cancellationToken)
    {
        var work = await works.OwnAsync(id, user, cancellationToken);
        var before = WorkStanding.Of(work);
        change(work);
        audit.Record(user, action, nameof(Work), work.Id, before, WorkStanding.Of(work), path: work.OrganizationPath);
        if (work.Visibility != before.Visibility)
            changes.Append(WorkChange.Kind, work.Id);
        await database.SaveOrConflictAsync(cancellationToken);
    }
}
