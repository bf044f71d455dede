namespace TeacherGrowthHub.People.Domain;

/// <summary>That an account's owner has agreed to a notice, and to which wording of it (PIPL articles 14 and 17).</summary>
public sealed class Consent
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }

    /// <summary>Stable name of the notice.</summary>
    public required string Notice { get; init; }
    public required string Version { get; init; }
    public required DateTime At { get; init; }
    public DateTime? WithdrawnAt { get; set; }
}
