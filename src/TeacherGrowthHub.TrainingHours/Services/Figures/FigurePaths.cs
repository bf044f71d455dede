using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Figures;

namespace TeacherGrowthHub.TrainingHours.Services.Figures;

/// <summary>
/// The trend of an organisation goes with it. What a school was before a merger ends with it: its people's past is in the counts of the county,
/// and the school that takes them in has a past of its own.
/// </summary>
public sealed class FigurePaths(HubDbContext database) : IPathHolder
{
    public string Label => "学时走势";

    public Task<int> CountAsync(PathChange change, CancellationToken cancellationToken) => Rows(change).CountAsync(cancellationToken);

    public Task RepathAsync(PathChange change, CancellationToken cancellationToken)
    {
        var (to, tail) = (change.To, change.From.Length);
        return change.WithBelow
            ? Rows(change)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Path, row => to + row.Path.Substring(tail)), cancellationToken)
            : Rows(change).ExecuteDeleteAsync(cancellationToken);
    }

    private IQueryable<FigureSnapshot> Rows(PathChange change) => change.Of(database.Set<FigureSnapshot>(), row => row.Path);
}
