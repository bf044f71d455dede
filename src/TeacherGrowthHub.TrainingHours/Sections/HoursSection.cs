using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Services.Standings;

namespace TeacherGrowthHub.TrainingHours.Sections;

/// <summary>A teacher's rings, small, first on the own page and on the home page: the way to <c>/my/hours</c>.</summary>
public sealed class HoursSection(MyHoursReader reader) : IMySection, IHomeSection
{
    public int Order => 5;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken) =>
        user.TeacherId is { } teacher
        && user.Can(HoursPermissions.Claim)
        && await reader.RingsAsync(teacher, cancellationToken) is { Rings.Count: > 0 } hours
            ? new SectionView("_HoursSection", hours)
            : null;
}
