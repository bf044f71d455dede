namespace TeacherGrowthHub.People.Domain;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>Being read and checked; nothing is written.</summary>
    Checking,

    /// <summary>Checked; waits for its owner's word.</summary>
    Checked,

    /// <summary>Confirmed by its owner; waits for somebody else's word.</summary>
    Waiting,

    /// <summary>Being written, in one transaction.</summary>
    Applying,
    Applied,

    /// <summary>Being taken back, in one transaction.</summary>
    Undoing,
    Undone,

    /// <summary>Could not be read, or the data changed since it was checked; nothing was written.</summary>
    Refused,
    Cancelled,
}

/// <summary>One workbook on its way: uploaded, checked row by row, confirmed, written as a whole.</summary>
public sealed class ImportBatch
{
    /// <summary>Longest reason of a return or an undoing.</summary>
    public const int MaxReasonLength = 200;

    public required string Id { get; init; }

    /// <summary>Code of what the workbook holds.</summary>
    public required string Kind { get; init; }

    /// <summary>Whoever uploaded it.</summary>
    public required string AccountId { get; init; }

    /// <summary>Whoever confirmed it as the second person, or sent it back.</summary>
    public string? SecondId { get; set; }
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the workbook in the blob store; null once it is no longer kept, see <see cref="ImportRetention"/>.</summary>
    public required string? FileHash { get; init; }
    public ImportState State { get; set; }

    /// <summary>Rows read so far, and rows there are (null while unknown): the progress.</summary>
    public int RowsDone { get; set; }
    public int? Rows { get; set; }
    public int Created { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int RefusedRows { get; set; }

    /// <summary>SHA-256 of the report (JSON lines, one a row) in the blob store.</summary>
    public string? ReportHash { get; set; }

    /// <summary>Chinese source text why it was refused, and what goes into its places.</summary>
    public string? Problem { get; set; }
    public List<string> ProblemArguments { get; set; } = [];
    public required DateTime CreatedAt { get; init; }
    public DateTime? AppliedAt { get; set; }

    /// <summary>Ends it with nothing written.</summary>
    public void Refuse(string problem, params string[] arguments) =>
        (State, Problem, ProblemArguments) = (ImportState.Refused, problem, [.. arguments]);
}
