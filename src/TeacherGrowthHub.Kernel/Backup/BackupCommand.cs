using System.Globalization;
using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Writes an archive of the running site.</summary>
public sealed class BackupCommand(SiteBackup backup, TimeProvider clock) : IHubCommand
{
    private const string Force = "--force";
    private const string Incomplete = "--incomplete";

    public string Verb => "backup";

    public string Usage => "FILE [--force] [--incomplete]: write database, files and keys into one archive while the site runs";

    // The database is kept as it is: migrating it is the business of the version that serves it.
    public bool NeedsDatabase => false;

    public Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken) =>
        BackupConsole.RunAsync(
            this,
            arguments,
            [Force, Incomplete],
            async path =>
            {
                var begin = clock.GetTimestamp();
                var request = new BackupRequest(path, arguments.Contains(Force), arguments.Contains(Incomplete));
                var manifest = await backup.WriteAsync(request, BackupProgress.OnConsole(clock), cancellationToken);
                foreach (var lost in manifest.Lost)
                    await Console.Error.WriteLineAsync("Lost: " + lost);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: {manifest.Entries.Count} entries, {new FileInfo(path).Length} bytes, {clock.GetElapsedTime(begin).TotalSeconds:0.0} s"
                );
            }
        );
}
