namespace TeacherGrowthHub.People.Domain;

/// <summary>A person's bearer token for the HTTP API. Only its hash is stored.</summary>
public sealed class ApiToken
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }

    /// <summary>Lower-case hex SHA-256 of the token.</summary>
    public required string Hash { get; init; }
    public DateTime ExpiresAt { get; init; }
    public DateTime? RevokedAt { get; set; }
}
