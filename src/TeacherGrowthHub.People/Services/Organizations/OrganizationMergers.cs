using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>Lets an organisation become part of another: posts go on there, roles and works follow, its own record stays, closed.</summary>
public sealed class OrganizationMergers(
    HubDbContext database,
    OrganizationTree tree,
    IEnumerable<IPathHolder> holders,
    PresentSchools schools,
    AuditTrail audit,
    SchoolCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>Merges; asks for the right to manage both.</summary>
    /// <param name="id">The organisation that ends.</param>
    /// <param name="intoId">Its successor.</param>
    /// <param name="act">First day at the successor, at the latest today, for roles know no future; and the document.</param>
    /// <param name="user">Who asks.</param>
    public async Task MergeAsync(
        string id,
        string? intoId,
        OrganizationAct act,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await tree.BeginAsync(cancellationToken);
        var organization = await tree.ManagedAsync(id, user, cancellationToken);
        var into = await tree.ManagedAsync(intoId, user, cancellationToken);
        var contents = await tree.ContentsAsync(organization, calendar.Today, cancellationToken);
        OrganizationEnding.EnsureMayMerge(organization, into, contents, calendar.Today);
        var stated = await tree.CheckAsync(act, organization, cancellationToken);

        var teachers = await TransferPostsAsync(new PostTransfer(organization.Id, into.Id, stated.Day), cancellationToken);
        var roles = await MoveRolesAsync(organization, into, cancellationToken);
        organization.Close(stated.Day, into.Id);
        tree.Write(organization, OrganizationEventKind.Merged, stated, organization.Name, into.Name);
        await database.SaveChangesAsync(cancellationToken);
        await schools.RefreshAsync(teachers, cancellationToken);
        foreach (var holder in holders)
            await holder.RepathAsync(new PathChange(organization.Path, into.Path, WithBelow: false), cancellationToken);

        // The lock of the audit trail comes last: whoever waits for it must not wait for rows of ours as well.
        var after = new MergerState(organization.ClosedOn, into.Path, stated.Document, teachers.Count, roles.Count);
        audit.Record(user, "Organization.Merged", nameof(Organization), organization.Id, null, after, organization.Path);
        foreach (var teacher in teachers)
            audit.Record(user, "Teacher.PostMoved", nameof(Teacher), teacher, organization.Path, into.Path, into.Path);
        foreach (var (was, now) in roles)
            audit.Record(user, "Role.Moved", nameof(RoleHolding), was.Id, StateOf(was, organization), StateOf(now, into), into.Path);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<List<string>> TransferPostsAsync(PostTransfer transfer, CancellationToken cancellationToken)
    {
        var teachers = await database
            .Set<Teacher>()
            .Include(teacher => teacher.Posts)
            .Where(teacher => teacher.Posts.Any(post => post.OrganizationId == transfer.From))
            .ToListAsync(cancellationToken);
        return [.. teachers.Where(teacher => transfer.Apply(teacher, () => HubId.New(clock))).Select(teacher => teacher.Id)];
    }

    /// <summary>Whoever holds the role at the successor already keeps that one; the other is given up.</summary>
    private async Task<List<(RoleHolding Was, RoleHolding Now)>> MoveRolesAsync(
        Organization organization,
        Organization into,
        CancellationToken cancellationToken
    )
    {
        var holdings = database.Set<RoleHolding>();
        var ending = await holdings.Where(holding => holding.OrganizationId == organization.Id).ToListAsync(cancellationToken);
        var there = (await holdings.Where(holding => holding.OrganizationId == into.Id).ToListAsync(cancellationToken)).ToDictionary(
            holding => (holding.AccountId, holding.RoleName)
        );
        var moved = new List<(RoleHolding, RoleHolding)>();
        foreach (var was in ending)
        {
            if (!there.TryGetValue((was.AccountId, was.RoleName), out var now))
                holdings.Add(now = At(into, was));
            holdings.Remove(was);
            moved.Add((was, now));
        }
        return moved;
    }

    private RoleHolding At(Organization into, RoleHolding was) =>
        new()
        {
            Id = HubId.New(clock),
            AccountId = was.AccountId,
            RoleName = was.RoleName,
            OrganizationId = into.Id,
        };

    private static HoldingState StateOf(RoleHolding holding, Organization at) => new(holding.AccountId, holding.RoleName, at.Path);

    private sealed record MergerState(DateOnly? ClosedOn, string Into, string? Document, int Teachers, int Roles);

    private sealed record HoldingState(string Account, string Role, string Organization);
}
