namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>One line of the audit trail: who, when, from where, what, on what, before and after. Appended, never changed.</summary>
public sealed class AuditEntry
{
    /// <summary>Position in the chain, without gaps.</summary>
    public long Id { get; internal set; }
    public DateTime At { get; init; }

    /// <summary>Null when the application itself acted.</summary>
    public string? AccountId { get; init; }

    /// <summary>Who acted; <c>helper ⇒ person</c> when somebody acted for another, and the account is the helper's.</summary>
    public required string ActorName { get; init; }

    /// <summary>Network address of the request, if there was one.</summary>
    public string? Address { get; init; }

    /// <summary>Stable verb, <c>Resource.Published</c>.</summary>
    public required string Action { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectId { get; init; }

    /// <summary>JSON of what it was; null for creations.</summary>
    public string? Before { get; init; }

    /// <summary>JSON of what it became; null for deletions.</summary>
    public string? After { get; init; }

    /// <summary>The organisation the object belongs to, as a path: who administers it may read the line. Null for things of the site.</summary>
    public string? Path { get; init; }

    /// <summary>Lower-case hex SHA-256 over this line and the hash of the one before.</summary>
    public string Hash { get; internal set; } = "";
}
