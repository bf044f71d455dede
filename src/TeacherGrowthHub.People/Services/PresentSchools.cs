using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services;

/// <summary>Keeps <see cref="Teacher.PresentPath"/> true to posts and paths, in the caller's transaction.</summary>
public sealed class PresentSchools(HubDbContext database, SchoolCalendar calendar)
{
    /// <summary>Of some teachers, whose posts have just been stored.</summary>
    public Task RefreshAsync(IReadOnlyCollection<string> teacherIds, CancellationToken cancellationToken = default) =>
        RefreshAsync(database.Set<Teacher>().Where(teacher => teacherIds.Contains(teacher.Id)), cancellationToken);

    /// <summary>Of everybody: a day has begun, or paths have changed.</summary>
    public Task RefreshAllAsync(CancellationToken cancellationToken = default) => RefreshAsync(database.Set<Teacher>(), cancellationToken);

    private Task RefreshAsync(IQueryable<Teacher> teachers, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        return teachers.ExecuteUpdateAsync(
            update =>
                update.SetProperty(
                    teacher => teacher.PresentPath,
                    teacher =>
                        database
                            .Set<TeacherPost>()
                            .Where(post => post.TeacherId == teacher.Id && post.From <= today && (post.To == null || today <= post.To))
                            .OrderByDescending(post => post.From)
                            .Select(post => post.Organization!.Path)
                            .FirstOrDefault()
                ),
            cancellationToken
        );
    }
}
