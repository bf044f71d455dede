using TeacherGrowthHub.Kernel.Calendar;

namespace TeacherGrowthHub.TrainingHours.Services.Rules;

/// <summary>School years in which hours are reckoned.</summary>
public sealed class HourYears(RuleBook book, SchoolCalendar calendar)
{
    /// <summary>Years that have begun and have rules, latest first.</summary>
    public async Task<IReadOnlyList<SchoolYear>> BegunAsync(CancellationToken cancellationToken = default)
    {
        var first = (await book.VersionsAsync(cancellationToken)).Select(version => (int?)version.FromSchoolYear).Min();
        return
        [
            .. (await calendar.YearsAsync(cancellationToken))
                .Where(year => year.Id >= first && year.Start <= calendar.Today)
                .OrderByDescending(year => year.Id),
        ];
    }
}
