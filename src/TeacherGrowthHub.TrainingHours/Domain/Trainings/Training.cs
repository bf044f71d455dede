using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>A training that an organisation of this site plans and runs, with its sessions.</summary>
public sealed class Training
{
    public const int MaxTitleLength = 200;

    public required string Id { get; init; }

    /// <summary>The organisation that runs it; who may change it is asked there.</summary>
    public required string Path { get; set; }
    public required string Title { get; set; }

    /// <summary>Code of the kind in the rules.</summary>
    public required string Kind { get; set; }

    /// <summary>主办单位, as it stands on the certificate.</summary>
    public string Provider { get; set; } = "";
    public TrainingLevel Level { get; set; }
    public bool IsMentalHealth { get; set; }
    public bool IsPreService { get; set; }

    /// <summary>What it is about, in paragraphs.</summary>
    public string Description { get; set; } = "";

    /// <summary>主讲.</summary>
    public string Speakers { get; set; } = "";

    /// <summary>Places; null without a limit.</summary>
    public int? Capacity { get; set; }

    /// <summary>Duties it is for; empty means everybody.</summary>
    public List<DutyKind> Duties { get; set; } = [];

    /// <summary>Organisations whose teachers may come, as paths; empty means the whole of the running organisation.</summary>
    public List<string> Audience { get; set; } = [];

    /// <summary>Last instant to sign up; null until it begins.</summary>
    public DateTime? SignUpUntil { get; set; }

    /// <summary>Begin of the first session, UTC; kept by <see cref="Replan"/> for lists.</summary>
    public DateTime Start { get; set; }

    /// <summary>End of the last session, UTC.</summary>
    public DateTime End { get; set; }

    /// <summary>作业 that is asked for; empty for none.</summary>
    public string Homework { get; set; } = "";

    /// <summary>Whether hours are given only to those whose homework has passed.</summary>
    public bool IsHomeworkRequired { get; set; }

    /// <summary>The organisation above that must approve it while it waits; empty otherwise.</summary>
    public string ApprovalPath { get; set; } = "";

    /// <summary>Works of the bank that are its materials, by id.</summary>
    public List<string> Materials { get; set; } = [];

    /// <summary>The plan's line it fulfils.</summary>
    public string? PlanItemId { get; set; }
    public TrainingState State { get; set; }

    /// <summary>Why it was refused or cancelled.</summary>
    public string? Reason { get; set; }
    public required string CreatedById { get; init; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? ClosedAt { get; set; }
    public int Version { get; set; }
    public List<TrainingSession> Sessions { get; } = [];

    /// <summary>Hours of all sessions together.</summary>
    public Hours Hours => Sessions.Sum(session => session.Hours);

    /// <summary>Sessions in the order of time.</summary>
    public IReadOnlyList<TrainingSession> Schedule => [.. Sessions.OrderBy(session => session.Start)];

    /// <summary>Takes begin and end over from the sessions.</summary>
    public void Replan()
    {
        Start = Sessions.Min(session => session.Start);
        End = Sessions.Max(session => session.End);
    }

    /// <summary>Whether somebody may still sign up.</summary>
    public bool IsSignUpOpen(DateTime now) => State == TrainingState.Open && now < Start && (SignUpUntil is null || now <= SignUpUntil);
}

/// <summary>级别 of a training or an achievement.</summary>
public enum TrainingLevel
{
    School,
    County,
    City,
    Province,
    Nation,
}

/// <summary>Where a training stands.</summary>
public enum TrainingState
{
    Draft,

    /// <summary>待上级批准.</summary>
    AwaitingApproval,

    /// <summary>报名中 and running.</summary>
    Open,

    /// <summary>已结束: its claims are made.</summary>
    Closed,
    Cancelled,
}
