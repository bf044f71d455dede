namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>What becomes of a row.</summary>
public enum RowOutcome
{
    Created,
    Changed,
    Unchanged,
    Refused,
}

/// <summary>One field of a row that changes.</summary>
/// <param name="Header">Its column.</param>
/// <param name="Before">Null when it was empty; mobile numbers are masked.</param>
/// <param name="After">Null when it is emptied.</param>
public sealed record FieldChange(string Header, string? Before, string? After);

/// <summary>A line of the report: what the dry run says of a row, and what the confirmed import must find again.</summary>
public sealed record RowResult
{
    /// <summary>Number of the row in the sheet, from 1.</summary>
    public required int Row { get; init; }
    public required RowOutcome Outcome { get; init; }

    /// <summary>工号, 代码 …</summary>
    public string Key { get; init; } = "";

    /// <summary>Who or what it is.</summary>
    public string Label { get; init; } = "";

    /// <summary>Header of the column that is wrong.</summary>
    public string? Header { get; init; }

    /// <summary>Chinese source text why it is refused, and what goes into its places.</summary>
    public string? Reason { get; init; }
    public IReadOnlyList<string> Arguments { get; init; } = [];
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>An account is created with it.</summary>
    public bool OpensAccount { get; init; }

    /// <summary>What whoever confirms should look at.</summary>
    public Workbooks.WorkbookNote? Remark { get; init; }

    /// <summary>The cells as they were, of refused rows: for the error workbook.</summary>
    public IReadOnlyList<string>? Cells { get; init; }
}

/// <summary>The report's first line: the sheet, its headers, remarks on the whole.</summary>
public sealed record ReportHead(string Sheet, IReadOnlyList<string> Headers, IReadOnlyList<Workbooks.WorkbookNote> Notes);
