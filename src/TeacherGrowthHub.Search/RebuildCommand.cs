using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Search;

/// <summary>Builds the index anew; the site must not run meanwhile on the same data folder.</summary>
public sealed class RebuildCommand(IndexFollower follower) : IHubCommand
{
    public string Verb => "search rebuild";

    public string Usage => ": build the search index anew from what is published";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        await follower.RebuildAsync(cancellationToken);
        return 0;
    }
}
