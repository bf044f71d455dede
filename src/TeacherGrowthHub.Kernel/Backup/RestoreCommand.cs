using System.Globalization;
using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Puts an archive into an empty installation.</summary>
public sealed class RestoreCommand(SiteRestore restore, TimeProvider clock) : IHubCommand
{
    private const string Check = "--check";

    public string Verb => "restore";

    public string Usage =>
        "FILE [--check]: check an archive, then put it into the empty data folder (and the empty PostgreSQL database); --check only checks";

    // Nothing may come into being before the checks.
    public bool NeedsDatabase => false;

    public Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        BackupConsole.RunAsync(
            this,
            arguments,
            [Check],
            async path =>
            {
                var begin = clock.GetTimestamp();
                var progress = BackupProgress.OnConsole(clock);
                if (arguments.Contains(Check))
                    return $"Sound: the site as it was at {(await restore.CheckAsync(path, progress, cancellationToken)).CreatedAt:u}.";
                var manifest = await restore.RunAsync(path, progress, cancellationToken);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"Restored the site as it was at {manifest.CreatedAt:u}, {manifest.Entries.Count} entries, {clock.GetElapsedTime(begin).TotalSeconds:0.0} s. Start it with serve."
                );
            }
        );
}
