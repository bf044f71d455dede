using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>One executable: the site (<c>serve</c>, the default) and the verbs of its command line.</summary>
public static class HubApplication
{
    private const string Serve = "serve";

    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // The extraction child must start fast and knows nothing of the site.
        if (args is [ExtractCommand.ChildVerb, ..])
            return await ExtractCommand.RunChildAsync(args[1..]);
        var words = args.TakeWhile(argument => !argument.StartsWith('-')).ToArray();
        var builder = WebApplication.CreateBuilder(Options(args));
        builder.AddHub(HubModules.All);
        if (words is [] or [Serve])
        {
            await using var site = builder.Build();
            site.MapHub();
            await site.StartHubAsync();
            await site.WaitForShutdownAsync();
            return 0;
        }
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var application = builder.Build();
        return await CommandRunner.RunAsync(application.Services, args);
    }

    /// <summary>Verbs keep their own arguments; only the site takes <c>--Section:Key value</c>.</summary>
    public static WebApplicationOptions Options(params string[] args) =>
        new()
        {
            Args = args is [] or [Serve, ..] || args[0].StartsWith('-') ? args : [],
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        };
}
