using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Pages.Rules;

/// <summary>Source texts of what the rules are made of.</summary>
public static class RuleWords
{
    public static string Label(this CountFilter filter) =>
        filter switch
        {
            CountFilter.All => "各类培训",
            CountFilter.MentalHealth => "心理健康教育培训",
            CountFilter.PreService => "岗前培训",
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };

    public static string Label(this QuotaPeriod period) =>
        period switch
        {
            QuotaPeriod.SchoolYear => "每学年",
            QuotaPeriod.Once => "入职时一次",
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        };

    public static string Label(this ActivityForm form) =>
        form switch
        {
            ActivityForm.Attendance => "参加",
            ActivityForm.Teaching => "讲授",
            ActivityForm.Achievement => "成果",
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };

    public static string Label(this ClaimLevel level) =>
        level switch
        {
            ClaimLevel.School => "学校",
            ClaimLevel.County => "县级",
            ClaimLevel.City => "市级",
            _ => throw new ArgumentOutOfRangeException(nameof(level)),
        };
}
