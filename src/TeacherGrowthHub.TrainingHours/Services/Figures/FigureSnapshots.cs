using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>
/// Every night keeps the counts of all organisations under the present month: a month's last night stands for it. Years that are over keep
/// theirs under their last month, made anew, since late entries still change them.
/// </summary>
public sealed class FigureSnapshots(HubDbContext database, FigureCounting counting, HourYears begun, OneNode node, SchoolCalendar calendar)
    : IScheduledJob
{
    private const int Levels = 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var year in await begun.BegunAsync(cancellationToken))
            await KeepAsync(year, cancellationToken);
    }

    private async Task KeepAsync(SchoolYear year, CancellationToken cancellationToken)
    {
        var month = FigureTrends.FirstOf(calendar.Today < year.End ? calendar.Today : year.End);
        await using var transaction = await node.BeginAsync(cancellationToken);
        var schools = await counting.BySchoolAsync("", year, cancellationToken);
        await database
            .Set<FigureSnapshot>()
            .Where(row => row.SchoolYear == year.Id && row.Month == month)
            .ExecuteDeleteAsync(cancellationToken);
        database.AddRange(
            schools
                .SelectMany(school => Above(school.Key).Select(path => (path, school.Value)))
                .GroupBy(pair => pair.path, pair => pair.Value)
                .Select(place => SnapshotOf(year, month, place.Key, place.Total()))
        );
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }

    private static IEnumerable<string> Above(string path) =>
        Enumerable.Range(1, Math.Min(Levels, OrganizationPath.Depth(path))).Select(depth => OrganizationPath.Prefix(path, depth));

    private static FigureSnapshot SnapshotOf(SchoolYear year, DateOnly month, string path, FigureCounts counts) =>
        new()
        {
            SchoolYear = year.Id,
            Path = path,
            Month = month,
            Asked = counts.Asked,
            Attained = counts.Attained,
            Subject = counts.Subject,
            Participants = counts.Participants,
        };
}
