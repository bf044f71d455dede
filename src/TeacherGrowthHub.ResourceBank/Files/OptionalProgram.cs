using System.Diagnostics;
using System.Globalization;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Runs a program that may be missing, with limits of time and memory: what it is given may be hostile.</summary>
public static class OptionalProgram
{
    private const long MemoryBytes = 3L << 30;

    /// <summary>While a form waits to be filled.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>For what nobody waits for: page images are drawn when the form is filled already.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromSeconds(90);

    /// <summary>Whether a program can be started here.</summary>
    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs it; false where it is not installed or was stopped at the limit.</summary>
    /// <exception cref="InvalidOperationException">It ended with an error: an unlucky moment, or something about the file.</exception>
    public static async Task<bool> RunAsync(
        string program,
        IEnumerable<string> arguments,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        if (!IsInstalled(program))
            return false;
        using var child = Process.Start(Limited(program, arguments))!;
        var last = "";
        child.ErrorDataReceived += (_, line) => last = line.Data ?? last;
        child.OutputDataReceived += (_, _) => { };
        child.BeginErrorReadLine();
        child.BeginOutputReadLine();
        if (!await EndsInTimeAsync(child, limit, cancellationToken))
            return false;
        return child.ExitCode == 0 ? true : throw new InvalidOperationException($"{program} ended with {child.ExitCode}: {last}");
    }

    // prlimit belongs to every Debian.
    private static ProcessStartInfo Limited(string program, IEnumerable<string> arguments) =>
        new("prlimit", [$"--as={MemoryBytes.ToString(CultureInfo.InvariantCulture)}", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

    private static async Task<bool> EndsInTimeAsync(Process child, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(limit);
        try
        {
            await child.WaitForExitAsync(end.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            child.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }
}
