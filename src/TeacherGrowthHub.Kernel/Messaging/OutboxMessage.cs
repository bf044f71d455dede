namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Work to be done once, written in the same transaction as the change that asks for it; deleted when done.</summary>
public sealed class OutboxMessage
{
    public required string Id { get; set; }

    /// <summary>Name of the payload's type.</summary>
    public required string Kind { get; set; }

    /// <summary>The payload as JSON.</summary>
    public required string Payload { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>Not before this instant (retries wait longer each time).</summary>
    public DateTime DueAt { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }

    /// <summary>Set when the last attempt failed; such a message waits for an administrator.</summary>
    public DateTime? GivenUpAt { get; set; }
}
