using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Organizations;

/// <summary>An organisation to be entered.</summary>
public sealed record NewOrganization(string? ParentId, string? Code, OrganizationKind Kind, OrganizationProfile Profile);

/// <summary>Enters organisations and corrects what is written down about them.</summary>
public sealed class OrganizationRegister(
    HubDbContext database,
    OrganizationTree tree,
    AuditTrail audit,
    SchoolCalendar calendar,
    TimeProvider clock
)
{
    /// <summary>Enters an organisation below one whose tree the person manages.</summary>
    /// <exception cref="RefusedException">Wrong place, a code that is taken, attributes that cannot be.</exception>
    public async Task<Organization> CreateAsync(
        NewOrganization wanted,
        OrganizationAct act,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await tree.BeginAsync(cancellationToken);
        var parent = await tree.ParentAsync(wanted.ParentId, user, cancellationToken);
        var code = OrganizationPlace.CheckedCode(wanted.Code);
        OrganizationPlace.EnsureMayLieBelow(wanted.Kind, code, parent, calendar.Today);
        var profile = wanted.Profile.CheckedFor(wanted.Kind);
        var stated = act.Checked(null, calendar.Today);
        var organization = new Organization
        {
            Id = HubId.New(clock),
            Code = code,
            Name = profile.Name!,
            Kind = wanted.Kind,
            ParentId = parent.Id,
            Path = OrganizationPath.Child(parent.Path, code),
        };
        await tree.EnsureFreeAsync(organization.Path, cancellationToken);
        organization.Apply(profile);
        database.Add(organization);
        tree.Write(organization, OrganizationEventKind.Created, stated, null, organization.Name);
        Record(
            user,
            "Organization.Created",
            organization,
            null,
            new
            {
                organization.Kind,
                organization.Profile,
                stated.Document,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return organization;
    }

    /// <summary>Corrects the attributes; the name only for whoever manages the organisation from above, with a line in its history.</summary>
    /// <param name="id">The organisation.</param>
    /// <param name="profile">All attributes; without a name the name stays.</param>
    /// <param name="act">From when and by which document, if the name changes.</param>
    /// <param name="user">Who asks.</param>
    public async Task EditAsync(
        string id,
        OrganizationProfile profile,
        OrganizationAct act,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await tree.BeginAsync(cancellationToken);
        var organization = await tree.FindAsync(id, user, cancellationToken);
        if (!user.MayEdit(organization))
            throw new RefusedException("您不能修改这个单位的信息") { Kind = RefusalKind.Forbidden };
        organization.EnsureOpen(calendar.Today);
        var stated = (profile with { Name = profile.Name ?? organization.Name }).CheckedFor(organization.Kind);
        var before = organization.Profile;
        if (stated.Name != Typed.Clean(organization.Name))
            await RenameAsync(organization, stated.Name!, act, user, cancellationToken);
        else
            stated = stated with { Name = organization.Name };
        organization.Apply(stated);
        if (!database.ChangeTracker.HasChanges())
            return;
        Record(user, "Organization.Edited", organization, before, organization.Profile);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task RenameAsync(
        Organization organization,
        string name,
        OrganizationAct act,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        if (!user.MayManage(organization))
            throw new RefusedException("单位名称由上级单位修改") { Kind = RefusalKind.Forbidden };
        var stated = await tree.CheckAsync(act, organization, cancellationToken);
        tree.Write(organization, OrganizationEventKind.Renamed, stated, organization.Name, name);
    }

    private void Record(HubUser user, string action, Organization organization, object? before, object after) =>
        audit.Record(user, action, nameof(Organization), organization.Id, before, after, organization.Path);
}
