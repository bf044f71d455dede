using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Api;
using TeacherGrowthHub.TrainingHours.Data;
using TeacherGrowthHub.TrainingHours.Recipes;
using TeacherGrowthHub.TrainingHours.Recipes.Samples;
using TeacherGrowthHub.TrainingHours.Services;
using TeacherGrowthHub.TrainingHours.Services.Balances;
using TeacherGrowthHub.TrainingHours.Services.Rules;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>Training hours: trainings, claims, certification, the ledger, quotas by duty and school year, certificates.</summary>
public sealed class TrainingHoursModule : HubModule
{
    private const string EveryNight = "0 20 3 * * ?";

    public override string Name => "TrainingHours";

    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IPermissionProvider, HoursPermissions>().AddSingleton<INavigationProvider, FiguresNavigation>();
        services.AddSingleton<IAuditWords, HoursAuditWords>();
        services.AddScoped<IPathHolder, HoursPaths>().AddSingleton<IBlobReferences, HoursBlobs>();
        services.AddScoped<IPersonalDataSource, HoursPersonalData>();
        services.AddScoped<RuleBook>().AddScoped<YearClosings>().AddSingleton<INavigationProvider, RulesNavigation>();
        services.AddScoped<IRecipeStep, PolicyRulesStep>();
        services.AddScoped<SampleCast>().AddScoped<SampleTrainings>().AddScoped<SampleClaims>().AddScoped<SampleTrend>();
        services.AddScoped<IRecipeStep, SampleHoursStep>();
        services.AddLedger(configuration);
        services.AddClaims();
        services.AddScoped<StandingReader>().AddScoped<BalanceKeeping>();
        services.AddOutboxHandler<TeachersChanged, BalanceUpdates>().AddOutboxHandler<RulesChanged, BalanceUpdates>();
        services.AddScheduledJob<BalanceUpdates>(EveryNight);
        services.AddTrainings();
        services.AddCertificates();
        services.AddMyHours().AddFigures().AddReminders();
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTrainings();
        endpoints.MapEvidence();
        endpoints.MapHours();
        endpoints.MapFigureFiles();
        endpoints.MapCertificateFiles();
    }
}
