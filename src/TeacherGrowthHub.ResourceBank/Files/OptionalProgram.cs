using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Runs a program that may be missing, with limits of time and memory: what it is given may be hostile.</summary>
internal static class OptionalProgram
{
    private const long MemoryBytes = 3L << 30;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);

    /// <summary>Whether it ran and ended well; false too where it is not installed.</summary>
    public static async Task<bool> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var child = Process.Start(Limited(program, arguments))!;
            child.ErrorDataReceived += (_, _) => { };
            child.OutputDataReceived += (_, _) => { };
            child.BeginErrorReadLine();
            child.BeginOutputReadLine();
            return await EndsWellAsync(child, cancellationToken);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    // prlimit belongs to every Debian; where a program is missing it ends with an error of its own.
    private static ProcessStartInfo Limited(string program, IEnumerable<string> arguments) =>
        new("prlimit", [$"--as={MemoryBytes.ToString(CultureInfo.InvariantCulture)}", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

    private static async Task<bool> EndsWellAsync(Process child, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeLimit);
        try
        {
            await child.WaitForExitAsync(limit.Token);
            return child.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
