using TeacherGrowthHub.Kernel.Calendar;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>What is looked for in the audit trail; what is null or empty does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>Name, or part of it, of who acted.</summary>
    public string? Person { get; init; }

    /// <summary>Accounts that <see cref="Person"/> may mean by number.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Kind of the object.</summary>
    public string? Kind { get; init; }
    public string? Action { get; init; }

    /// <summary>Id of the object.</summary>
    public string? SubjectId { get; init; }

    /// <summary>First and last day, in Asia/Shanghai.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Stands in what it was before or after.</summary>
    public string? Text { get; init; }

    /// <summary>Lines with a smaller number only: the next page.</summary>
    public long? Before { get; init; }

    /// <summary>The UTC instant at which <see cref="From"/> begins.</summary>
    internal DateTime? FromInstant => From is { } day ? Begin(day) : null;

    /// <summary>The UTC instant at which <see cref="To"/> is over.</summary>
    internal DateTime? ToInstant => To is { } day && day < DateOnly.MaxValue ? Begin(day.AddDays(1)) : null;

    private static DateTime Begin(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), SchoolCalendar.Zone);
}
