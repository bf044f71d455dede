namespace TeacherGrowthHub.People.Domain;

/// <summary>What befell an organisation.</summary>
public enum OrganizationEventKind
{
    Created,
    Renamed,

    /// <summary>Put below another organisation; its path changed.</summary>
    Moved,

    /// <summary>Became part of another, and was closed.</summary>
    Merged,
    Closed,
    Reopened,
}

/// <summary>One dated line of an organisation's history (沿革).</summary>
public sealed class OrganizationEvent
{
    public required string Id { get; init; }
    public required string OrganizationId { get; init; }
    public required OrganizationEventKind Kind { get; init; }

    /// <summary>The day from which it holds, in Asia/Shanghai.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Name or place before, as a reader understands it.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>Number of the document that ordered it.</summary>
    public string? Document { get; init; }
}
