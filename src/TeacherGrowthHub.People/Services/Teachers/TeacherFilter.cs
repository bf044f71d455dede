using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>What the list of teachers is narrowed to; an empty part narrows nothing.</summary>
public sealed record TeacherFilter
{
    /// <summary>Path of an organisation: it and all below it, as far as the reader's scope goes.</summary>
    public string? Organization { get; init; }

    /// <summary>Only teachers without a present school: left, retired, waiting for a school. For whoever keeps the whole city.</summary>
    public bool WithoutSchool { get; init; }
    public DutyKind? Duty { get; init; }

    /// <summary>专职 or 兼职 of mental health education; another duty may be asked for beside it.</summary>
    public DutyKind? Appointment { get; init; }
    public string? Stage { get; init; }
    public string? Title { get; init; }
    public TeacherStatus? Status { get; init; }

    /// <summary>Beginning of the teacher number, or any part of the name.</summary>
    public string? Text { get; init; }
}

/// <summary>A row of the list. The mobile number is masked already.</summary>
public sealed record TeacherRow(
    string Id,
    string Number,
    string Name,
    string? School,
    IReadOnlyList<DutyKind> Duties,
    string? Stage,
    string? Title,
    TeacherStatus Status,
    string? Mobile
);

/// <summary>One page of the list.</summary>
/// <param name="Rows">At most <see cref="TeacherList.PageSize"/>.</param>
/// <param name="Total">Of all pages.</param>
/// <param name="Number">From 1.</param>
public sealed record TeacherPage(IReadOnlyList<TeacherRow> Rows, int Total, int Number)
{
    public int Pages => Math.Max(1, (Total + TeacherList.PageSize - 1) / TeacherList.PageSize);
    public int First => (Number - 1) * TeacherList.PageSize + 1;
    public int Last => First + Rows.Count - 1;
}
