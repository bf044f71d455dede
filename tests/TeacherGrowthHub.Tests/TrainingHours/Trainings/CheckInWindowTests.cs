using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class CheckInWindowTests
{
    private static readonly DateTime Nine = new(2026, 5, 23, 1, 0, 0, DateTimeKind.Utc);
    private static readonly CheckInWindow Window = CheckInWindow.Of(TrainingStage.Session(Nine, 120), new TrainingSettings());

    [Theory]
    [InlineData(CodePurpose.CheckIn, -31, "还没到签到时间，{0} 开始签到", "08:30")]
    [InlineData(CodePurpose.CheckIn, -30, null, null)]
    [InlineData(CodePurpose.CheckIn, 120, null, null)]
    [InlineData(CodePurpose.CheckIn, 121, "这一场已于 {0} 结束，不能再签到", "11:00")]
    [InlineData(CodePurpose.CheckOut, 99, "还没到签退时间，{0} 开始签退。要提前离开，请告诉工作人员", "10:40")]
    [InlineData(CodePurpose.CheckOut, 100, null, null)]
    [InlineData(CodePurpose.CheckOut, 180, null, null)]
    [InlineData(CodePurpose.CheckOut, 181, "签退已于 {0} 截止，请工作人员在名单上补签退", "12:00")]
    public void Should_say_too_early_and_too_late_with_the_time(CodePurpose purpose, int minutes, string? text, string? time)
    {
        void Ask() => Window.Ensure(purpose, Nine.AddMinutes(minutes));
        if (text is null)
            Ask();
        else
            Should.Throw<RefusedException>(Ask).ShouldSatisfyAllConditions(r => r.Text.ShouldBe(text), r => r.Arguments.ShouldBe([time!]));
    }

    [Fact]
    public void Should_never_open_the_check_out_before_a_short_session_begins() =>
        CheckInWindow.Of(TrainingStage.Session(Nine, 10), new TrainingSettings()).OutFrom.ShouldBe(Nine);
}
