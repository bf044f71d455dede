namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>That a teacher was at a session. Server time only.</summary>
public sealed class Attendance
{
    public required string SessionId { get; init; }
    public required string TeacherId { get; init; }
    public DateTime? CheckedInAt { get; set; }

    /// <summary>早退 when before the session's end.</summary>
    public DateTime? CheckedOutAt { get; set; }
    public AttendanceMethod Method { get; set; }

    /// <summary>The officer who ticked the name; null where the teacher checked in.</summary>
    public string? TickedBy { get; set; }
}

/// <summary>How somebody was found to be there.</summary>
public enum AttendanceMethod
{
    /// <summary>The room's rotating code, scanned or typed.</summary>
    SessionCode,

    /// <summary>The teacher's own rotating code, read by staff.</summary>
    PersonalCode,

    /// <summary>名单.</summary>
    List,

    /// <summary>表格.</summary>
    Workbook,
}
