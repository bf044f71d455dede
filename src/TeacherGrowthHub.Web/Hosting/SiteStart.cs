using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Recipes;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Which shipped recipes, in which wording, this installation has taken.</summary>
public sealed class AppliedRecipes
{
    /// <summary>Fingerprint by the recipe's name.</summary>
    public Dictionary<string, string> Hashes { get; set; } = [];
}

/// <summary>What happens between the migrations and the first request, and what is said when the site listens.</summary>
public sealed class SiteStart(
    HubDbContext database,
    SiteSettings settings,
    RecipeExecutor recipes,
    RecipeLibrary library,
    SiteSetup setup,
    SetupLink link,
    OptionalTools tools,
    IHostEnvironment environment,
    IConfiguration configuration
)
{
    /// <summary>Setting: whether the demo has a school year of sample trainings and hours; true unless it says otherwise.</summary>
    public const string SampleHoursKey = "Demo:SampleHours";

    private const string DemoEnvironment = "Demo";
    private static readonly string[] EveryStart = ["setup"];
    private static readonly string[] Demo = ["demo"];
    private string? _demoPassword;

    /// <summary>Imports what every installation needs, once per wording; in the demo environment the demo too.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var recipe in EveryStart)
            await ImportOnceAsync(recipe, cancellationToken);
        if (environment.EnvironmentName == DemoEnvironment)
            await PrepareDemoAsync(cancellationToken);
        else if (environment.IsProduction() && await database.Set<Account>().AnyAsync(account => account.IsDemo, cancellationToken))
            throw new InvalidOperationException(
                "This data folder holds demo accounts; they are refused in Production. Use another HUB_DATA."
            );
    }

    /// <summary>Says where the site is, and how to begin.</summary>
    public async Task AnnounceAsync(IEnumerable<string> urls, CancellationToken cancellationToken)
    {
        foreach (var missing in tools.Missing())
            Console.WriteLine(missing);
        foreach (var url in urls)
        {
            Console.WriteLine($"TeacherGrowthHub is listening on {url}");
            if (await setup.IsNeededAsync(cancellationToken))
                Console.WriteLine($"Nobody has an account yet. Set the site up at {url}/setup?key={link.Key}");
        }
        if (configuration["hub:demo-password"] is { } password)
            Console.WriteLine(
                $"Demo accounts: demo-teacher, demo-peer, demo-school, demo-county, demo-city, demo-officer, demo-city-officer, demo-host, demo-judge, demo-admin; password {password}"
            );
    }

    private async Task PrepareDemoAsync(CancellationToken cancellationToken)
    {
        _demoPassword = configuration[DemoAccountsStep.PasswordKey];
        if (string.IsNullOrEmpty(_demoPassword))
            configuration[DemoAccountsStep.PasswordKey] = _demoPassword = RandomNumberGenerator.GetString(
                "abcdefghjkmnpqrstuvwxyz23456789",
                12
            );
        configuration["hub:demo-password"] = _demoPassword;
        // Every time: the printed password is the one that works.
        foreach (var recipe in Demo)
            await recipes.ImportAsync(recipe, dryRun: false, cancellationToken: cancellationToken);
        await ImportOnceAsync("sample-library", cancellationToken);
        if (configuration.GetValue(SampleHoursKey, true))
            await ImportOnceAsync("sample-hours", cancellationToken);
    }

    private async Task ImportOnceAsync(string name, CancellationToken cancellationToken)
    {
        var hash = await library.FingerprintAsync(name, cancellationToken);
        var applied = await settings.GetAsync<AppliedRecipes>(cancellationToken);
        if (applied.Hashes.GetValueOrDefault(name) == hash)
            return;
        await recipes.ImportAsync(name, dryRun: false, cancellationToken: cancellationToken);
        applied.Hashes[name] = hash;
        await settings.SetAsync(applied, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }
}
