namespace TeacherGrowthHub.People.Domain;

/// <summary>Source texts of what a record of a teacher says.</summary>
public static class TeacherLabels
{
    /// <summary>职称 of school teachers from the highest down (人社部发〔2015〕79号); vocational and other series are typed in words.</summary>
    public static readonly IReadOnlyList<string> Titles = ["正高级教师", "高级教师", "一级教师", "二级教师", "三级教师"];

    public static string Label(this TeacherStatus status) =>
        status switch
        {
            TeacherStatus.InPost => "在岗",
            TeacherStatus.OnLeave => "长期休假",
            TeacherStatus.Retired => "退休",
            TeacherStatus.Left => "离职",
            _ => throw new ArgumentOutOfRangeException(nameof(status)),
        };

    public static string Label(this CorrectionState state) =>
        state switch
        {
            CorrectionState.Open => "待确认",
            CorrectionState.Accepted => "已更正",
            CorrectionState.Refused => "未更正",
            CorrectionState.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Tone of the status as a tag.</summary>
    public static string Tone(this TeacherStatus status) =>
        status switch
        {
            TeacherStatus.InPost => "is-ok",
            TeacherStatus.OnLeave => "is-warn",
            _ => "is-mute",
        };

    /// <summary>Tone of a duty as a tag.</summary>
    public static string Tone(this DutyKind duty) =>
        duty switch
        {
            DutyKind.Backbone => "is-dawn",
            DutyKind.FullTimePsych or DutyKind.PartTimePsych => "is-lesson",
            DutyKind.ClassTeacher => "is-pack",
            DutyKind.NewTeacher => "is-course",
            _ => "is-mute",
        };
}
