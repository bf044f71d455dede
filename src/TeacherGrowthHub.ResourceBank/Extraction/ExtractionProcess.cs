using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Section <c>Extraction</c>: what a child process may use.</summary>
public sealed class ExtractionOptions
{
    /// <summary>Wall time; then the child is killed.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Managed memory in bytes.</summary>
    public long MemoryLimitBytes { get; set; } = 768L << 20;

    /// <summary>Command and first arguments; empty means this very program.</summary>
    public string[] Command { get; set; } = [];
}

/// <summary>Reads a file in a child process with limits: a hung or exploding parser cannot be stopped inside the site.</summary>
public sealed class ExtractionProcess(IConfiguration configuration, DataFolder data, TimeProvider clock, ILogger<ExtractionProcess> logger)
{
    private const int LoggedWords = 400;
    private const string TooSlow = "读取用时太长，已停止；文件本身已保留";
    private const string Crashed = "文件内部结构异常，读到一半停了下来；文件本身已保留";
    private readonly ExtractionOptions _options = configuration.GetSection("Extraction").Get<ExtractionOptions>() ?? new();

    /// <summary>Never throws for what a file does; the result says why there is no text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="extension">Its extension, decided by content.</param>
    public async Task<ExtractionResult> ReadAsync(string path, string extension, CancellationToken cancellationToken)
    {
        var output = Path.Combine(data.Folder("extraction"), HubId.New(clock));
        try
        {
            using var child = Process.Start(StartInfo(path, extension, output))!;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_options.TimeLimit);
            var words = LastWordsAsync(child.StandardError);
            try
            {
                await child.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                child.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                return new ExtractionResult(null, TooSlow);
            }
            if (child.ExitCode == 0)
                return await ReadResultAsync(output, cancellationToken);
            logger.LogWarning("The child that read {File} ended with {Code}: {Words}", path, child.ExitCode, await words);
            return new ExtractionResult(null, Crashed);
        }
        finally
        {
            File.Delete(output);
        }
    }

    private ProcessStartInfo StartInfo(string path, string extension, string output)
    {
        var command = _options.Command.Length > 0 ? _options.Command : OwnCommand();
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in (string[])[.. command[1..], ExtractCommand.ChildVerb, path, extension, output])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["DOTNET_ROOT"] =
            Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? Path.GetDirectoryName(Environment.ProcessPath);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + _options.MemoryLimitBytes.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }

    // A stack that ran out is told on megabytes of lines: the log gets the first words, the rest must still be taken from the pipe.
    private static async Task<string> LastWordsAsync(StreamReader errors)
    {
        var words = new char[LoggedWords];
        var length = await errors.ReadBlockAsync(words);
        await errors.BaseStream.CopyToAsync(Stream.Null);
        return new string(words, 0, length).Trim();
    }

    private static string[] OwnCommand()
    {
        var entry = Path.Combine(AppContext.BaseDirectory, "TeacherGrowthHub.Web.dll");
        var host = Environment.ProcessPath is { } self && Path.GetFileNameWithoutExtension(self) == "dotnet" ? self : "dotnet";
        return [host, entry];
    }

    private static async Task<ExtractionResult> ReadResultAsync(string output, CancellationToken cancellationToken)
    {
        await using var result = File.OpenRead(output);
        return await JsonSerializer.DeserializeAsync<ExtractionResult>(result, cancellationToken: cancellationToken)
            ?? new ExtractionResult(null, Crashed);
    }
}
