namespace TeacherGrowthHub.People.Domain;

/// <summary>A browser that is, or was, signed in. The cookie names it; an ended session opens nothing.</summary>
public sealed class AccountSession
{
    /// <summary>Longest stored name of a browser, in characters.</summary>
    public const int MaxDeviceLength = 300;

    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Last request, to the minute or so.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>Network address at sign-in.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public string? Device { get; init; }
    public DateTime? EndedAt { get; set; }
}
