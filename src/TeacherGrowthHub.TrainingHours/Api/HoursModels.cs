using System.ComponentModel;

namespace TeacherGrowthHub.TrainingHours.Api;

/// <summary>Hours that another system hands in.</summary>
/// <param name="Items">At most 500; all are taken or none.</param>
public sealed record SubmitHours(IReadOnlyList<SubmitHour> Items);

/// <summary>One activity of one teacher.</summary>
/// <param name="TeacherNumber">工号.</param>
/// <param name="Kind">Code of a kind, see <c>/api/v1/hours/kinds</c>.</param>
/// <param name="Title">Full title of the activity.</param>
/// <param name="From">First day.</param>
/// <param name="Hours">At most two decimals.</param>
/// <param name="To">Last day; left out for one day.</param>
/// <param name="Name">Checked against the number where it is given.</param>
/// <param name="Provider">Who held it.</param>
/// <param name="IsMentalHealth">Whether it was about mental-health education.</param>
/// <param name="IsPreService">Pre-service training of a new teacher.</param>
/// <param name="Reference">The record's number in the other system.</param>
/// <param name="LateReason">Needed after the time for claims.</param>
public sealed record SubmitHour(
    string TeacherNumber,
    string Kind,
    string Title,
    DateOnly From,
    decimal Hours,
    DateOnly? To = null,
    string? Name = null,
    string? Provider = null,
    [property: DefaultValue(true)] bool IsMentalHealth = true,
    bool IsPreService = false,
    string? Reference = null,
    string? LateReason = null
);

/// <summary>The claims that were made, in the order of the items.</summary>
public sealed record SubmittedItems(IReadOnlyList<SubmittedItem> Items);

/// <summary>A claim that waits to be certified.</summary>
public sealed record SubmittedItem(int Index, string Id, string State);

/// <summary>A part of the ledger.</summary>
/// <param name="Next">Pass as <c>after</c> for the next part; null at the end.</param>
public sealed record HourEntries(IReadOnlyList<HourEntry> Items, string? Next);

/// <summary>A line of the ledger; hours of a reversal are below zero.</summary>
/// <param name="Reverses">Number of the line that is taken back.</param>
public sealed record HourEntry(
    string TeacherNumber,
    int Sequence,
    string Title,
    string Kind,
    DateOnly From,
    DateOnly To,
    decimal Raw,
    decimal Counted,
    DateTime CertifiedAt,
    int? Reverses
);

/// <summary>A part of the balances.</summary>
/// <param name="Next">Pass as <c>after</c> for the next part; null at the end.</param>
public sealed record HourBalances(IReadOnlyList<HourBalance> Items, string? Next);

/// <summary>Where a teacher stands with one duty.</summary>
public sealed record HourBalance(
    string TeacherNumber,
    string Duty,
    decimal Required,
    decimal Certified,
    decimal Counted,
    decimal Missing,
    string State
);

/// <summary>A kind of activity in the rules of a school year.</summary>
public sealed record HourKind(string Code, string Label);
