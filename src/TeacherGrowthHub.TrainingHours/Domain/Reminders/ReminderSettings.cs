using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Reminders;

/// <summary>Settings section: on which days of the year who misses hours is reminded, and by which ways.</summary>
public sealed class ReminderSettings : ICheckedSettings
{
    private const int MostDates = 24;

    /// <summary>Days as <c>MM-dd</c>; none reminds nobody.</summary>
    public List<string> Dates { get; set; } = [];
    public bool InSite { get; set; } = true;
    public bool Mail { get; set; } = true;

    /// <summary>Whether robots of chat groups say how many miss hours; never who.</summary>
    public bool Robot { get; set; }

    /// <summary>Duties that are reminded of; empty means all.</summary>
    public List<DutyKind> Duties { get; set; } = [];

    public bool Concerns(DutyKind duty) => Duties.Count == 0 || Duties.Contains(duty);

    /// <summary>The latest configured day that is today or was up to so many days before; null without one.</summary>
    public DateOnly? Due(DateOnly today, int daysBack) =>
        Enumerable
            .Range(0, daysBack + 1)
            .Select(back => today.AddDays(-back))
            .Where(day => Dates.Exists(date => MonthDay.OnOrAfter(date, day) == day))
            .Select(day => (DateOnly?)day)
            .FirstOrDefault();

    public void Check()
    {
        if (Dates.Find(date => !MonthDay.IsValid(date)) is { } wrong)
            throw new RefusedException("“{0}”不是日期，请写成 03-01 这样的月日", wrong) { Field = nameof(Dates) };
        if (Dates.Count > MostDates)
            throw new RefusedException("一年最多提醒 {0} 次", MostDates) { Field = nameof(Dates) };
        if (Dates.Count > 0 && !InSite && !Mail && !Robot)
            throw new RefusedException("请至少选择一种提醒方式") { Field = nameof(InSite) };
    }
}
