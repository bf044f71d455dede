using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Sections;

/// <summary>What stands in the bank by kind. The three fifties count only works that were chosen (domain 0.11); none are chosen yet.</summary>
public sealed class FiftySection(HubDbContext database) : IHomeSection
{
    /// <summary>Published works of one kind.</summary>
    public sealed record Line(KindProfile Profile, int Published, int Samples);

    public int Order => 20;

    public async Task<SectionView?> BuildAsync(HubUser user, CancellationToken cancellationToken)
    {
        var counts = await database
            .Set<Work>()
            .Where(work => work.Visibility == WorkVisibility.Published)
            .GroupBy(work => new { work.Kind, work.IsSample })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        int Count(WorkKind kind, bool sample) => counts.SingleOrDefault(c => c.Key.Kind == kind && c.Key.IsSample == sample)?.Count ?? 0;
        WorkKind[] kinds = [WorkKind.Lesson, WorkKind.Paper, WorkKind.Case];
        Line[] lines = [.. kinds.Select(kind => new Line(KindProfile.Of(kind), Count(kind, false), Count(kind, true)))];
        return new SectionView("_FiftySection", lines);
    }
}
