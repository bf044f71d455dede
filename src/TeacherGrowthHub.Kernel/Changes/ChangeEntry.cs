namespace TeacherGrowthHub.Kernel.Changes;

/// <summary>"This object changed": one line of the append-only log that every reader follows at its own pace.</summary>
public sealed class ChangeEntry
{
    public long Sequence { get; set; }

    /// <summary>PostgreSQL's id of the writing transaction; 0 on SQLite, which has one writer.</summary>
    public long TransactionId { get; set; }
    public required string Kind { get; set; }
    public required string SubjectId { get; set; }
    public DateTime At { get; set; }
}

/// <summary>How far a reader has come. Ordered by transaction first: sequence numbers become visible out of commit order.</summary>
public sealed record ChangePosition(long TransactionId, long Sequence)
{
    /// <summary>Before the first change; a reader set to it rebuilds.</summary>
    public static readonly ChangePosition Start = new(0, 0);
}
