using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>How much waits at an organisation.</summary>
public sealed record Waiting(string Path, int Count);

/// <summary>Something that waits for administrators, counted by organisation on <c>/admin</c>.</summary>
public interface IWaitingSource
{
    /// <summary>Position of the column, ascending.</summary>
    int Order { get; }

    /// <summary>Chinese source text.</summary>
    string Label { get; }

    /// <summary>The permission that lets somebody deal with it; without it the column is not shown.</summary>
    string Permission { get; }

    /// <summary>Where it can be dealt with; that list takes <c>organization=PATH</c> and then shows what waits there and below.</summary>
    string Link { get; }

    /// <summary>Counts by organisation inside the person's scopes; organisations without any may be left out.</summary>
    Task<IReadOnlyList<Waiting>> CountAsync(HubUser user, CancellationToken cancellationToken);
}
