using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Finds the verb among the modules' commands and runs it.</summary>
public static class CommandRunner
{
    private const int WrongArguments = 2;

    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IHubCommand>().ToList();
        var command = commands
            .Where(candidate => candidate.Verb.Split(' ').SequenceEqual(args.Take(candidate.Verb.Split(' ').Length)))
            .MaxBy(candidate => candidate.Verb.Length);
        if (command is null)
            return PrintUsage(commands);
        if (command.NeedsDatabase)
            await DatabaseStart.MigrateAsync(services, CancellationToken.None);
        try
        {
            return await command.RunAsync(args[command.Verb.Split(' ').Length..], CancellationToken.None);
        }
        catch (RefusedException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 1;
        }
    }

    private static int PrintUsage(IEnumerable<IHubCommand> commands)
    {
        Console.Error.WriteLine("serve: run the site (default)");
        foreach (var command in commands.OrderBy(command => command.Verb, StringComparer.Ordinal))
            Console.Error.WriteLine($"{command.Verb} {command.Usage}");
        return WrongArguments;
    }
}
