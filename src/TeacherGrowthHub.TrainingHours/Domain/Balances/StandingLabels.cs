namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>Chinese source texts of the states.</summary>
public static class StandingLabels
{
    public static string Label(this StandingState state) =>
        state switch
        {
            StandingState.Missing => "未达标",
            StandingState.Met => "已达标",
            StandingState.MadeUp => "已补训",
            StandingState.Exempt => "免修",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
