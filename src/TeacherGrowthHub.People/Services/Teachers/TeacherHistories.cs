using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Tells other modules what teachers held when.</summary>
public sealed class TeacherHistories(HubDbContext database)
{
    /// <summary>By id; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<string, TeacherHistory>> OfAsync(
        IReadOnlyCollection<string> teacherIds,
        CancellationToken cancellationToken = default
    )
    {
        var teachers = await database
            .Set<Teacher>()
            .AsNoTracking()
            // One joined query makes SQLite build the posts of everybody first.
            .AsSplitQuery()
            .Include(teacher => teacher.Posts)
                .ThenInclude(post => post.Organization)
            .Include(teacher => teacher.Duties)
            .Where(teacher => EF.Parameter(teacherIds).Contains(teacher.Id))
            .ToListAsync(cancellationToken);
        return teachers.ToDictionary(teacher => teacher.Id, Of);
    }

    /// <summary>All teachers' ids after one, in their order: to walk through everybody in pages.</summary>
    public async Task<IReadOnlyList<string>> IdsAfterAsync(string after, int count, CancellationToken cancellationToken = default) =>
        await database
            .Set<Teacher>()
            .Where(teacher => string.Compare(teacher.Id, after) > 0)
            .OrderBy(teacher => teacher.Id)
            .Select(teacher => teacher.Id)
            .Take(count)
            .ToListAsync(cancellationToken);

    private static TeacherHistory Of(Teacher teacher) =>
        new(
            teacher.Id,
            teacher.TeacherNumber,
            teacher.Name,
            teacher.Status,
            [
                .. teacher.Posts.Select(post => new HeldPost(
                    post.Organization!.Path,
                    post.Organization.Name,
                    post.From,
                    post.To,
                    post.IsSecondary
                )),
            ],
            [.. teacher.Duties.Select(duty => new HeldDuty(duty.Kind, duty.From, duty.To))]
        );
}
