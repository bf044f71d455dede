using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>Ends organisations and takes the end back. Nothing is ever deleted.</summary>
public sealed class OrganizationClosings(HubDbContext database, OrganizationTree tree, AuditTrail audit)
{
    /// <summary>Closes an organisation with a day, which may lie ahead.</summary>
    /// <param name="id">The organisation.</param>
    /// <param name="act">The first day on which it no longer exists, and the document.</param>
    /// <param name="user">Who asks.</param>
    public async Task CloseAsync(string id, OrganizationAct act, HubUser user, CancellationToken cancellationToken = default)
    {
        await using var transaction = await tree.BeginAsync(cancellationToken);
        var organization = await tree.ManagedAsync(id, user, cancellationToken);
        var stated = await tree.CheckAsync(act, organization, cancellationToken, OrganizationEnding.MostDaysAhead);
        OrganizationEnding.EnsureMayClose(organization, await tree.ContentsAsync(organization, stated.Day, cancellationToken));
        organization.Close(stated.Day);
        tree.Write(organization, OrganizationEventKind.Closed, stated, organization.Name, null);
        Record(user, "Organization.Closed", organization, null, new EndState(organization.ClosedOn, stated.Document));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Reopens an organisation, not before the day on which it ended.</summary>
    public async Task ReopenAsync(string id, OrganizationAct act, HubUser user, CancellationToken cancellationToken = default)
    {
        await using var transaction = await tree.BeginAsync(cancellationToken);
        var organization = await tree.ManagedAsync(id, user, cancellationToken);
        var stated = await tree.CheckAsync(act, organization, cancellationToken, OrganizationEnding.MostDaysAhead);
        var parent = await database.Set<Organization>().SingleOrDefaultAsync(o => o.Id == organization.ParentId, cancellationToken);
        OrganizationEnding.EnsureMayReopen(organization, parent, stated.Day);
        var before = new EndState(organization.ClosedOn);
        organization.Reopen();
        tree.Write(organization, OrganizationEventKind.Reopened, stated, null, organization.Name);
        Record(user, "Organization.Reopened", organization, before, new EndState(null, stated.Document));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Record(HubUser user, string action, Organization organization, object? before, object after) =>
        audit.Record(user, action, nameof(Organization), organization.Id, before, after, organization.Path);

    private sealed record EndState(DateOnly? ClosedOn, string? Document = null);
}
