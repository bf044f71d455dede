namespace TeacherGrowthHub.People.Domain;

/// <summary>Source texts of the duties, as the policy names them (item 三).</summary>
public static class DutyLabels
{
    public static string Label(this DutyKind duty) =>
        duty switch
        {
            DutyKind.Backbone => "骨干教师",
            DutyKind.FullTimePsych => "专职心理健康教师",
            DutyKind.PartTimePsych => "兼职心理健康教师",
            DutyKind.ClassTeacher => "班主任",
            DutyKind.SubjectTeacher => "学科教师",
            DutyKind.NewTeacher => "新入职教师",
            _ => throw new ArgumentOutOfRangeException(nameof(duty)),
        };
}
