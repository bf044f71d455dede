using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Keeps <see cref="Teacher.PresentPath"/> and <see cref="Teacher.PresentDuties"/> true to posts, paths and duties, in the caller's transaction.</summary>
public sealed class PresentSchools(HubDbContext database, SchoolCalendar calendar, Outbox outbox)
{
    private static readonly int Backbone = TeacherDuty.BitOf(DutyKind.Backbone);
    private static readonly int FullTime = TeacherDuty.BitOf(DutyKind.FullTimePsych);
    private static readonly int PartTime = TeacherDuty.BitOf(DutyKind.PartTimePsych);
    private static readonly int Class = TeacherDuty.BitOf(DutyKind.ClassTeacher);
    private static readonly int Subject = TeacherDuty.BitOf(DutyKind.SubjectTeacher);
    private static readonly int New = TeacherDuty.BitOf(DutyKind.NewTeacher);

    /// <summary>Of some teachers, whose posts or duties have just been stored; other modules are told.</summary>
    public async Task RefreshAsync(IReadOnlyCollection<string> teacherIds, CancellationToken cancellationToken = default)
    {
        await RefreshAsync(database.Set<Teacher>().Where(teacher => teacherIds.Contains(teacher.Id)), cancellationToken);
        outbox.Add(new TeachersChanged(teacherIds));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Of everybody: a day has begun, or paths have changed.</summary>
    public Task RefreshAllAsync(CancellationToken cancellationToken = default) => RefreshAsync(database.Set<Teacher>(), cancellationToken);

    private async Task RefreshAsync(IQueryable<Teacher> teachers, CancellationToken cancellationToken)
    {
        var today = calendar.Today;
        await teachers.ExecuteUpdateAsync(
            update =>
                update
                    .SetProperty(
                        teacher => teacher.PresentPath,
                        teacher =>
                            database
                                .Set<TeacherPost>()
                                .Where(post => post.TeacherId == teacher.Id && post.From <= today && (post.To == null || today <= post.To))
                                .OrderBy(post => post.IsSecondary)
                                .ThenByDescending(post => post.From)
                                .Select(post => post.Organization!.Path)
                                .FirstOrDefault()
                    )
                    .SetProperty(
                        teacher => teacher.PresentDuties,
                        teacher =>
                            database
                                .Set<TeacherDuty>()
                                .Where(duty => duty.TeacherId == teacher.Id && duty.From <= today && (duty.To == null || today <= duty.To))
                                .Select(duty =>
                                    duty.Kind == DutyKind.Backbone ? Backbone
                                    : duty.Kind == DutyKind.FullTimePsych ? FullTime
                                    : duty.Kind == DutyKind.PartTimePsych ? PartTime
                                    : duty.Kind == DutyKind.ClassTeacher ? Class
                                    : duty.Kind == DutyKind.SubjectTeacher ? Subject
                                    : New
                                )
                                .Distinct()
                                .Sum()
                    ),
            cancellationToken
        );
    }
}
