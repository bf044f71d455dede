using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Recipes;

/// <summary>An organisation in a recipe; parent and successor are named by their paths.</summary>
public sealed record OrganizationItem(
    string OrganizationId,
    string Code,
    string Name,
    OrganizationKind Kind,
    string? Parent = null,
    int? Order = null,
    List<string>? Stages = null,
    bool IsUrban = false,
    bool IsLegalPerson = true,
    bool IsBoarding = false,
    int? Classes = null,
    int? Students = null,
    int? AutumnWeeks = null,
    int? SpringWeeks = null,
    DateOnly? ClosedOn = null,
    string? Successor = null,
    bool IsSample = false,
    List<OrganizationItem.EventItem>? History = null
)
{
    /// <summary>A line of its history.</summary>
    public sealed record EventItem(
        string EventId,
        OrganizationEventKind Kind,
        DateOnly On,
        string? Before = null,
        string? After = null,
        string? Document = null
    );

    /// <summary>The attributes all together.</summary>
    public OrganizationProfile Profile() =>
        new(Name, Stages ?? [], IsUrban, IsLegalPerson, IsBoarding, Classes, Students, AutumnWeeks, SpringWeeks);

    /// <summary>What brings an organisation back.</summary>
    /// <param name="organization">The organisation.</param>
    /// <param name="paths">Paths of all organisations by id.</param>
    /// <param name="history">Its events.</param>
    public static OrganizationItem Of(
        Organization organization,
        IReadOnlyDictionary<string, string> paths,
        IReadOnlyCollection<OrganizationEvent> history
    ) =>
        new(
            organization.Id,
            organization.Code,
            organization.Name,
            organization.Kind,
            organization.ParentId is null ? null : paths[organization.ParentId],
            organization.Order,
            organization.Stages,
            organization.IsUrban,
            organization.IsLegalPerson,
            organization.IsBoarding,
            organization.Classes,
            organization.Students,
            organization.AutumnWeeks,
            organization.SpringWeeks,
            organization.ClosedOn,
            organization.SuccessorId is null ? null : paths[organization.SuccessorId],
            organization.IsSample,
            history.Count == 0
                ? null
                : [.. history.Select(line => new EventItem(line.Id, line.Kind, line.On, line.Before, line.After, line.Document))]
        );
}
