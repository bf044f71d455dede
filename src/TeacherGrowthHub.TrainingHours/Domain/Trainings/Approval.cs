using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>Whether a training must be approved by the organisation above.</summary>
public static class Approval
{
    private const int CountyDepth = 2;

    /// <summary>Who must approve it; null when nobody must.</summary>
    /// <param name="isSchool">Whether the running organisation is a school; counties and city-run schools have the same depth.</param>
    public static string? NeededFrom(Training training, bool isSchool, TrainingSettings settings)
    {
        var isNeeded = isSchool
            ? settings.SchoolLevelsToApprove.Contains(training.Level) || (settings.ApproveOpenSchoolTrainings && training.IsOpenBeyond())
            : OrganizationPath.Depth(training.Path) == CountyDepth && settings.CountyLevelsToApprove.Contains(training.Level);
        return isNeeded ? OrganizationPath.Parent(training.Path) : null;
    }
}
