namespace TeacherGrowthHub.Kernel.Cli;

/// <summary>A verb of the application's command line, <c>./hub verb …</c>. Scoped; runs after the migrations.</summary>
public interface IHubCommand
{
    /// <summary>One or two words: <c>resources import</c>.</summary>
    string Verb { get; }

    /// <summary>One line: arguments and purpose.</summary>
    string Usage { get; }

    /// <summary>Whether the verb needs the database (migrated before it runs); the evaluation of search does not.</summary>
    bool NeedsDatabase => true;

    /// <returns>The process's exit code: 0 fine, 1 failed, 2 wrong arguments.</returns>
    Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken);
}
