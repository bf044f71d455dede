namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>Source texts of levels, states and reasons.</summary>
public static class TrainingLabels
{
    public static string Label(this TrainingLevel level) =>
        level switch
        {
            TrainingLevel.School => "校级",
            TrainingLevel.County => "县级",
            TrainingLevel.City => "市级",
            TrainingLevel.Province => "省级",
            TrainingLevel.Nation => "国家级",
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };

    public static string Label(this TrainingState state) =>
        state switch
        {
            TrainingState.Draft => "草稿",
            TrainingState.AwaitingApproval => "待批准",
            TrainingState.Open => "已公布",
            TrainingState.Closed => "已结束",
            TrainingState.Cancelled => "已取消",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Class of the theme that gives the state's tone.</summary>
    public static string Tone(this TrainingState state) =>
        state switch
        {
            TrainingState.AwaitingApproval => "is-warn",
            TrainingState.Open => "is-ok",
            TrainingState.Cancelled => "is-bad",
            _ => "is-mute",
        };

    public static string Label(this AttendedReason reason) =>
        reason switch
        {
            AttendedReason.Whole => "全程参加",
            AttendedReason.InPart => "按实际时段计",
            AttendedReason.TooLittle => "出勤不足，不计学时",
            AttendedReason.NoCheckOut => "没有签退，出勤不足",
            AttendedReason.NoHomework => "作业未合格",
            AttendedReason.Absent => "没有到场",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };

    public static string Label(this AttendanceMethod method) =>
        method switch
        {
            AttendanceMethod.SessionCode => "会场码",
            AttendanceMethod.PersonalCode => "个人码",
            AttendanceMethod.List => "名单",
            AttendanceMethod.Workbook => "表格",
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
}
