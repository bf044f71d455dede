namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>One line of the audit trail: who, when, from where, what, on what, before and after. Appended, never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; set; }
    public DateTime At { get; set; }

    /// <summary>Null when the application itself acted.</summary>
    public string? AccountId { get; set; }
    public required string ActorName { get; set; }

    /// <summary>Network address of the request, if there was one.</summary>
    public string? Address { get; set; }

    /// <summary>Stable verb, <c>Resource.Published</c>.</summary>
    public required string Action { get; set; }
    public required string SubjectKind { get; set; }
    public required string SubjectId { get; set; }

    /// <summary>JSON of what it was; null for creations.</summary>
    public string? Before { get; set; }

    /// <summary>JSON of what it became; null for deletions.</summary>
    public string? After { get; set; }
}
