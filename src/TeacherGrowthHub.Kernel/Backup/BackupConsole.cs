using System.Data.Common;
using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>What both verbs do around their work: arguments, one sentence at the end, exit codes.</summary>
internal static class BackupConsole
{
    private const int Failed = 1;
    private const int WrongArguments = 2;

    /// <param name="command">For its usage.</param>
    /// <param name="arguments">FILE and options.</param>
    /// <param name="options">The options there are.</param>
    /// <param name="run">Takes FILE, gives the last sentence.</param>
    public static async Task<int> RunAsync(IHubCommand command, string[] arguments, string[] options, Func<string, Task<string>> run)
    {
        if (arguments.Except(options).ToList() is not [{ Length: > 0 } path] || path.StartsWith('-'))
        {
            await Console.Error.WriteLineAsync($"{command.Verb} {command.Usage}");
            return WrongArguments;
        }
        try
        {
            Console.WriteLine(await run(Path.GetFullPath(path)));
            return 0;
        }
        catch (Exception exception)
            when (exception
                    is BackupRefusedException
                        or IOException
                        or UnauthorizedAccessException
                        or DbException
                        or InvalidOperationException
            )
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
    }
}
