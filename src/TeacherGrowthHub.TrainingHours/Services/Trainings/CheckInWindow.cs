using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>When one may check in and out of a session.</summary>
/// <param name="InFrom">UTC, as all of them.</param>
public sealed record CheckInWindow(DateTime InFrom, DateTime InUntil, DateTime OutFrom, DateTime OutUntil)
{
    public static CheckInWindow Of(TrainingSession session, TrainingSettings settings)
    {
        var outFrom = session.End.AddMinutes(-settings.CheckOutOpensMinutes);
        return new CheckInWindow(
            session.Start.AddMinutes(-settings.CheckInOpensMinutes),
            session.End,
            outFrom < session.Start ? session.Start : outFrom,
            session.End.AddMinutes(settings.CheckOutClosesMinutes)
        );
    }

    /// <exception cref="RefusedException">Too early or too late, with the time.</exception>
    public void Ensure(CodePurpose purpose, DateTime now)
    {
        if (purpose == CodePurpose.CheckIn && now < InFrom)
            throw Refuse("还没到签到时间，{0} 开始签到", InFrom);
        if (purpose == CodePurpose.CheckIn && now > InUntil)
            throw Refuse("这一场已于 {0} 结束，不能再签到", InUntil);
        if (purpose == CodePurpose.CheckOut && now < OutFrom)
            throw Refuse("还没到签退时间，{0} 开始签退。要提前离开，请告诉工作人员", OutFrom);
        if (purpose == CodePurpose.CheckOut && now > OutUntil)
            throw Refuse("签退已于 {0} 截止，请工作人员在名单上补签退", OutUntil);
    }

    private static RefusedException Refuse(string text, DateTime at) => new(text, $"{SchoolCalendar.Local(at):HH:mm}") { Field = "Code" };
}
