namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>Chinese source texts of what a list is for.</summary>
public static class ListedLabels
{
    public static string Label(this ListedState state) =>
        state switch
        {
            ListedState.Missing => "未达标",
            ListedState.AtRisk => "进度落后",
            ListedState.Attained => "已达标",
            ListedState.Exempt => "免修",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
