using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.Kernel.Permissions;

/// <summary>What support sees that acts for a person: the person's pages, with no permission that support itself lacks.</summary>
public static class ActingView
{
    /// <summary>The person, with the grants that both have, each at the narrower of the two places.</summary>
    /// <param name="person">For whom is acted.</param>
    /// <param name="actor">Who acts; permissions it may only pass on count, for it could give them to itself through another.</param>
    /// <param name="isPersonal">Permissions that nobody exercises for another, <see cref="Permission.IsPersonal"/>.</param>
    public static HubUser Of(HubUser person, HubUser actor, Func<string, bool> isPersonal) =>
        person with
        {
            ActedBy = new Actor(actor.AccountId!, actor.Name),
            Grants =
            [
                .. person
                    .Grants.Where(grant => !isPersonal(grant.Permission))
                    .SelectMany(grant =>
                        actor.Grants.Where(own => own.Permission == grant.Permission).Select(own => Narrower(grant, own)).OfType<Grant>()
                    )
                    .Distinct(),
            ],
        };

    private static Grant? Narrower(Grant grant, Grant own) =>
        OrganizationPath.Contains(own.Path, grant.Path) ? grant
        : OrganizationPath.Contains(grant.Path, own.Path) ? grant with { Path = own.Path }
        : null;
}
