using TeacherGrowthHub.Kernel.Scheduling;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Every night a day begins, and with it posts that were entered for it.</summary>
public sealed class PresentSchoolsJob(PresentSchools schools) : IScheduledJob
{
    public Task RunAsync(CancellationToken cancellationToken) => schools.RefreshAllAsync(cancellationToken);
}
