using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Localised words that several pages and files show alike.</summary>
public static class TrainingWords
{
    private const string Bureau = "教育体育局";

    /// <summary>The place that a bureau is the bureau of: teachers come from 隆阳区, not from its bureau.</summary>
    public static string AreaOf(string name) => name.EndsWith(Bureau, StringComparison.Ordinal) ? name[..^Bureau.Length] : name;

    /// <summary>Duties a plan's line is for.</summary>
    public static string DutyWords(this PlanItem item, IStringLocalizer texts) => Duties(item.Duties, texts);

    /// <summary>Duties one after the other; everybody where there are none.</summary>
    public static string Duties(IReadOnlyCollection<DutyKind> duties, IStringLocalizer texts) =>
        duties.Count == 0 ? texts["全体教师"] : string.Join(texts["、"], duties.Select(duty => texts[duty.Label()].Value));

    /// <summary>Day and hours of a training: <c>2026年5月23日 周六 09:00—16:30</c>, or its first and last day.</summary>
    public static string When(this Training training, IStringLocalizer texts)
    {
        var (from, to) = (SchoolCalendar.Local(training.Start), SchoolCalendar.Local(training.End));
        return from.Date == to.Date
            ? texts["{0:yyyy年M月d日} {1} {0:HH:mm}—{2:HH:mm}", from, Weekday(from, texts), to]
            : texts["{0:yyyy年M月d日} {1} {0:HH:mm} — {2:M月d日} {3} {2:HH:mm}", from, Weekday(from, texts), to, Weekday(to, texts)];
    }

    public static string Weekday(DateTime local, IStringLocalizer texts) =>
        local.DayOfWeek switch
        {
            DayOfWeek.Monday => texts["周一"],
            DayOfWeek.Tuesday => texts["周二"],
            DayOfWeek.Wednesday => texts["周三"],
            DayOfWeek.Thursday => texts["周四"],
            DayOfWeek.Friday => texts["周五"],
            DayOfWeek.Saturday => texts["周六"],
            _ => texts["周日"],
        };
}
