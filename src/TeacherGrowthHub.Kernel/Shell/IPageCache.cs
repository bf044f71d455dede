namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>The cache of guests' pages. Whoever makes something visible or invisible empties it.</summary>
public interface IPageCache
{
    ValueTask ClearAsync(CancellationToken cancellationToken = default);
}
