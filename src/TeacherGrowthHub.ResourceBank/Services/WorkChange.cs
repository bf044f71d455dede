namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Names that the bank writes to the change log and the audit trail.</summary>
public static class WorkChange
{
    /// <summary>Kind of a work in the change log.</summary>
    public const string Kind = "work";
}

/// <summary>Outbox: a file was stored and waits to be read.</summary>
/// <param name="Hash">Key in the blob store.</param>
/// <param name="Name">A name that carries the right extension.</param>
/// <param name="Extension">Lower-case extension decided by content.</param>
public sealed record FileStored(string Hash, string Name, string Extension);

/// <summary>Outbox: an event for modules above and for notifications.</summary>
/// <param name="WorkId">The work.</param>
public sealed record WorkSubmitted(string WorkId);
