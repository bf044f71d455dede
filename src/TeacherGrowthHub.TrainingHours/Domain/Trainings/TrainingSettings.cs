using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>Settings section of trainings.</summary>
public sealed class TrainingSettings : ICheckedSettings
{
    /// <summary>Levels at which a school may not run a training without the approval above it.</summary>
    public IReadOnlyList<TrainingLevel> SchoolLevelsToApprove { get; set; } =
    [TrainingLevel.County, TrainingLevel.City, TrainingLevel.Province, TrainingLevel.Nation];

    /// <summary>Whether a school's training that others than its own teachers may come to needs the approval above it.</summary>
    public bool ApproveOpenSchoolTrainings { get; set; } = true;

    /// <summary>Levels at which a county may not run a training without the city's approval; none by default.</summary>
    public IReadOnlyList<TrainingLevel> CountyLevelsToApprove { get; set; } = [];

    /// <summary>Minutes before a session's begin from which one may check in.</summary>
    public int CheckInOpensMinutes { get; set; } = 30;

    /// <summary>Minutes before a session's end from which one may check out by oneself; who goes earlier is noted by the staff.</summary>
    public int CheckOutOpensMinutes { get; set; } = 20;

    /// <summary>Minutes after a session's end until which one may check out.</summary>
    public int CheckOutClosesMinutes { get; set; } = 60;

    /// <summary>Minutes of a session that may be missed, at its begin and end together, before only the share present counts.</summary>
    public int ToleratedMinutes { get; set; } = 30;

    /// <summary>Whether a session counts only for those who have checked out as well.</summary>
    public bool CheckOutIsRequired { get; set; } = true;

    public void Check()
    {
        int[] minutes = [CheckInOpensMinutes, CheckOutOpensMinutes, CheckOutClosesMinutes, ToleratedMinutes];
        if (minutes.Any(value => value is < 0 or > 24 * 60))
            throw new RefusedException("签到、签退的时间应在 0 到 1440 分钟之间");
    }
}
