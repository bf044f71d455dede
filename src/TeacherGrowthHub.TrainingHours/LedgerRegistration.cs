using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.TrainingHours.Cli;
using TeacherGrowthHub.TrainingHours.Services.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Checkpoints;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>The ledger, its checkpoints and their verification.</summary>
internal static class LedgerRegistration
{
    private const string EveryNight = "0 50 2 * * ?";

    public static IServiceCollection AddLedger(this IServiceCollection services, IConfiguration configuration) =>
        services
            .Configure<LedgerOptions>(configuration.GetSection("Ledger"))
            .AddScoped<LedgerHeads>()
            .AddScoped<LedgerGuard>()
            .AddScoped<HourLedger>()
            .AddSingleton<LedgerKey>()
            .AddSingleton<CheckpointFile>()
            .AddScheduledJob<LedgerCheckpoints>(EveryNight)
            .AddScoped<CheckpointChecks>()
            .AddScoped<LedgerVerification>()
            .AddScoped<IHubCommand, LedgerVerifyCommand>()
            .AddScoped<IScaleSeed, ScaleEntries>();
}
