using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>On <c>/my</c>: the next training the person has a place in.</summary>
public sealed class NextTrainingSection(TrainingReader reader, TimeProvider clock) : IMySection
{
    public int Order => 15;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken)
    {
        if (user.TeacherId is not { } teacherId)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var next = (await reader.OfTeacherAsync(teacherId, cancellationToken))
            .Where(row => row.Training.State == TrainingState.Open && row.Training.End >= now)
            .Select(row => row.Training)
            .FirstOrDefault();
        return next is null ? null : new SectionView("_NextTraining", next);
    }
}
