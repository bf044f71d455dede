using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Runs a program that may be missing, with limits of time and memory: what it is given may be hostile.</summary>
internal static class OptionalProgram
{
    private const long MemoryBytes = 3L << 30;

    /// <summary>While a form waits to be filled.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>For what nobody waits for: page images are drawn when the form is filled already.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromSeconds(90);

    /// <summary>Whether it ran and ended well; false too where it is not installed.</summary>
    public static async Task<bool> RunAsync(
        string program,
        IEnumerable<string> arguments,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var child = Process.Start(Limited(program, arguments))!;
            child.ErrorDataReceived += (_, _) => { };
            child.OutputDataReceived += (_, _) => { };
            child.BeginErrorReadLine();
            child.BeginOutputReadLine();
            return await EndsWellAsync(child, limit, cancellationToken);
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

    private static async Task<bool> EndsWellAsync(Process child, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(limit);
        try
        {
            await child.WaitForExitAsync(end.Token);
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
