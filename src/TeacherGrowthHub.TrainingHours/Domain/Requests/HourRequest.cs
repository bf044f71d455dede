using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Requests;

/// <summary>What a teacher asks the county for beside claims: an exemption, hours brought from another region, made-up pre-service hours.</summary>
public sealed class HourRequest
{
    public required string Id { get; init; }
    public required string TeacherId { get; init; }

    /// <summary>School of the teacher.</summary>
    public required string Path { get; set; }

    /// <summary>Who decides while it waits: the county, for city-run schools the city; empty otherwise.</summary>
    public required string WaitingPath { get; set; }
    public required RequestKind Kind { get; init; }

    /// <summary>The school year it concerns; of made-up hours, the year they repair.</summary>
    public required int SchoolYear { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Code of an exemption.</summary>
    public string? ExemptionKind { get; init; }

    /// <summary>The duty an exemption concerns; null means all.</summary>
    public DutyKind? Duty { get; init; }

    /// <summary>Code of the kind of what was attended.</summary>
    public string? ActivityKind { get; init; }

    /// <summary>What was attended elsewhere.</summary>
    public string? Title { get; init; }

    /// <summary>In hundredths of an hour; 0 for exemptions.</summary>
    public int HoursHundredths { get; init; }
    public bool IsMentalHealth { get; init; }
    public required string Reason { get; init; }
    public required string EvidenceName { get; init; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public required string EvidenceHash { get; init; }
    public required string EvidenceType { get; init; }
    public RequestState State { get; set; }
    public string? Decision { get; set; }
    public string? DecidedBy { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>The ledger's line it became.</summary>
    public int? LedgerSequence { get; set; }

    /// <summary>The exemption it became.</summary>
    public string? ExemptionId { get; set; }
    public required DateTime CreatedAt { get; init; }
    public int Version { get; set; }

    public Hours Hours => new(HoursHundredths);
}

/// <summary>What is asked for.</summary>
public enum RequestKind
{
    /// <summary>免修.</summary>
    Exemption,

    /// <summary>转入: hours from another region.</summary>
    Incoming,

    /// <summary>补训: pre-service hours after taking up duty.</summary>
    MakeUp,
}

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    Waiting,
    Granted,
    Refused,
    Withdrawn,

    /// <summary>Granted, and taken back later.</summary>
    TakenBack,
}

/// <summary>Source texts and tones.</summary>
public static class RequestWords
{
    public static string Label(this RequestKind kind) =>
        kind switch
        {
            RequestKind.Exemption => "免修",
            RequestKind.Incoming => "转入学时",
            RequestKind.MakeUp => "岗前补训",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    public static string Label(this RequestState state) =>
        state switch
        {
            RequestState.Waiting => "待审核",
            RequestState.Granted => "已同意",
            RequestState.Refused => "未同意",
            RequestState.Withdrawn => "已撤回",
            RequestState.TakenBack => "已收回",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    public static string Tone(this RequestState state) =>
        state switch
        {
            RequestState.Waiting => "is-warn",
            RequestState.Granted => "is-ok",
            RequestState.Refused or RequestState.TakenBack => "is-bad",
            _ => "is-mute",
        };
}
