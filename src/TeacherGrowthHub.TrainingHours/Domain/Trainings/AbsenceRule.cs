namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>
/// What presence is worth. A session counts whole when no more than the tolerated time was missed at its begin and end together; beyond
/// that the share present, rounded down to quarter hours. Who was there for less than the minimum of the whole training gets none.
/// </summary>
public static class AbsenceRule
{
    private const int QuarterHour = 25;

    /// <summary>Hours of one session.</summary>
    /// <param name="attendance">Null for somebody who was not there.</param>
    public static Hours Present(TrainingSession session, Attendance? attendance, TrainingSettings settings)
    {
        if (attendance?.CheckedInAt is not { } from || (settings.CheckOutIsRequired && attendance.CheckedOutAt is null))
            return Hours.Zero;
        var to = attendance.CheckedOutAt ?? session.End;
        var whole = session.End - session.Start;
        var present = Earlier(to, session.End) - Later(from, session.Start);
        if (present <= TimeSpan.Zero)
            return Hours.Zero;
        if (whole - present <= TimeSpan.FromMinutes(settings.ToleratedMinutes))
            return session.Hours;
        var share = (int)(session.HoursHundredths * present.Ticks / whole.Ticks);
        return new Hours(share - share % QuarterHour);
    }

    /// <summary>Whether the attended hours reach the minimum, in percent of the whole.</summary>
    public static bool Reaches(Hours attended, Hours whole, int minimumPercent) =>
        attended > Hours.Zero && attended.Hundredths * 100L >= whole.Hundredths * (long)minimumPercent;

    /// <summary>What a teacher gets of a training, and why.</summary>
    /// <param name="attendances">The teacher's, by session; sessions may be missing.</param>
    /// <param name="hasPassedHomework">Whether the homework was found good.</param>
    public static Attended Of(
        Training training,
        IReadOnlyDictionary<string, Attendance> attendances,
        bool hasPassedHomework,
        int minimumPercent,
        TrainingSettings settings
    )
    {
        var hours = training.Sessions.Sum(session => Present(session, attendances.GetValueOrDefault(session.Id), settings));
        var why =
            !attendances.Values.Any(attendance => attendance.CheckedInAt is not null) ? AttendedReason.Absent
            : !Reaches(hours, training.Hours, minimumPercent) ? LacksCheckOut(attendances, settings)
            : training.IsHomeworkRequired && !hasPassedHomework ? AttendedReason.NoHomework
            : hours < training.Hours ? AttendedReason.InPart
            : AttendedReason.Whole;
        return new Attended(hours, why is AttendedReason.Whole or AttendedReason.InPart ? hours : Hours.Zero, why);
    }

    private static AttendedReason LacksCheckOut(IReadOnlyDictionary<string, Attendance> attendances, TrainingSettings settings) =>
        settings.CheckOutIsRequired && attendances.Values.Any(attendance => attendance is { CheckedInAt: not null, CheckedOutAt: null })
            ? AttendedReason.NoCheckOut
            : AttendedReason.TooLittle;

    private static DateTime Earlier(DateTime left, DateTime right) => left < right ? left : right;

    private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;
}

/// <summary>What a teacher gets of a training.</summary>
/// <param name="Present">Hours of presence.</param>
/// <param name="Counts">What the rule leaves of them.</param>
public sealed record Attended(Hours Present, Hours Counts, AttendedReason Why);

/// <summary>Why somebody gets hours or none.</summary>
public enum AttendedReason
{
    Whole,

    /// <summary>Late, gone early or absent in part, but above the minimum.</summary>
    InPart,

    /// <summary>Below the minimum.</summary>
    TooLittle,

    /// <summary>Below the minimum because a check-out is missing.</summary>
    NoCheckOut,

    /// <summary>Homework is asked for and has not passed.</summary>
    NoHomework,
    Absent,
}
