namespace TeacherGrowthHub.Kernel.Calendar;

/// <summary>学年: calendar data, by default 1 September – 31 August; never a rolling window.</summary>
public sealed class SchoolYear
{
    /// <summary>The year it begins in, e.g. 2025 for 2025—2026学年.</summary>
    public int Id { get; set; }

    public DateOnly Start { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly End { get; set; }

    public List<Term> Terms { get; } = [];
}

/// <summary>学期 of a school year.</summary>
public sealed class Term
{
    public int SchoolYearId { get; set; }

    /// <summary>1 autumn, 2 spring.</summary>
    public int Number { get; set; }

    public DateOnly Start { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly End { get; set; }
}
