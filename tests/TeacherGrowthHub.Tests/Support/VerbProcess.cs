using System.Diagnostics;
using System.Text;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>A verb of the command line as a process of its own, to be waited for or killed.</summary>
public sealed class VerbProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private VerbProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasEnded => _process.HasExited;

    /// <param name="settings">As <c>Section:Key</c>.</param>
    public static VerbProcess Start(string folder, IReadOnlyDictionary<string, string?> settings, params string[] words)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TeacherGrowthHub.Web.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["HUB_DATA"] = folder;
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Demo";
        foreach (var (key, value) in settings)
            info.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new VerbProcess(Process.Start(info)!);
    }

    /// <returns>Exit code and everything it said.</returns>
    public async Task<(int Code, string Said)> EndAsync()
    {
        await _process.WaitForExitAsync();
        lock (_said)
            return (_process.ExitCode, _said.ToString());
    }

    /// <summary>SIGKILL: no goodbye.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }
}
