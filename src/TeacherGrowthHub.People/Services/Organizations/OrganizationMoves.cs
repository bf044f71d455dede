using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>Puts an organisation below another. Its path changes, and with it every path stored under it, in one transaction.</summary>
public sealed class OrganizationMoves(
    HubDbContext database,
    OrganizationTree tree,
    IEnumerable<IPathHolder> holders,
    PresentSchools schools,
    AuditTrail audit,
    SchoolCalendar calendar
)
{
    /// <summary>Moves an organisation; asks for the right to manage at the old and at the new place.</summary>
    /// <param name="id">The organisation.</param>
    /// <param name="parentId">Below which it is put.</param>
    /// <param name="code">Its code there; null keeps it, another is needed where a sibling has the same.</param>
    /// <param name="act">The day, at the latest today, for paths know no future; and the document.</param>
    /// <param name="user">Who asks.</param>
    public async Task MoveAsync(
        string id,
        string? parentId,
        string? code,
        OrganizationAct act,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await tree.BeginAsync(cancellationToken);
        var organization = await tree.ManagedAsync(id, user, cancellationToken);
        var parent = await tree.ParentAsync(parentId, user, cancellationToken);
        var there = OrganizationPlace.CheckedCode(code ?? organization.Code);
        OrganizationPlace.EnsureMayMove(organization, parent, there, calendar.Today);
        var stated = await tree.CheckAsync(act, organization, cancellationToken);
        var change = new PathChange(organization.Path, OrganizationPath.Child(parent.Path, there), WithBelow: true);
        await tree.EnsureFreeAsync(change.To, cancellationToken);

        var before = await PlaceAsync(organization, cancellationToken);
        var moving = await TakeBelowAlongAsync(change, cancellationToken);
        organization.MoveBelow(parent, there);
        tree.Write(organization, OrganizationEventKind.Moved, stated, before.Parent, parent.Name);
        await database.SaveChangesAsync(cancellationToken);
        await RepathAsync(change, moving, cancellationToken);
        // The lock of the audit trail comes last: whoever waits for it must not wait for rows of ours as well.
        audit.Record(
            user,
            "Organization.Moved",
            nameof(Organization),
            organization.Id,
            before,
            (await PlaceAsync(organization, cancellationToken)) with
            {
                Document = stated.Document,
            },
            organization.Path
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<List<string>> TakeBelowAlongAsync(PathChange change, CancellationToken cancellationToken)
    {
        var all = await change.Of(database.Set<Organization>(), organization => organization.Path).ToListAsync(cancellationToken);
        foreach (var organization in all)
            organization.Path = change.Apply(organization.Path);
        return [.. all.Select(organization => organization.Id)];
    }

    private async Task RepathAsync(PathChange change, List<string> moving, CancellationToken cancellationToken)
    {
        foreach (var holder in holders)
            await holder.RepathAsync(change, cancellationToken);
        var teachers = await database
            .Set<TeacherPost>()
            .Where(post => moving.Contains(post.OrganizationId))
            .Select(post => post.TeacherId)
            .Distinct()
            .ToListAsync(cancellationToken);
        await schools.RefreshAsync(teachers, cancellationToken);
    }

    private async Task<PlaceState> PlaceAsync(Organization organization, CancellationToken cancellationToken)
    {
        var parent = await database
            .Set<Organization>()
            .Where(other => other.Id == organization.ParentId)
            .Select(other => other.Name)
            .SingleOrDefaultAsync(cancellationToken);
        return new PlaceState(parent, organization.Path, organization.Kind);
    }

    private sealed record PlaceState(string? Parent, string Path, OrganizationKind Kind, string? Document = null);
}
