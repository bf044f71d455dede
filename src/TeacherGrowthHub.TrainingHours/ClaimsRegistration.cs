using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.TrainingHours.Cli;
using TeacherGrowthHub.TrainingHours.Imports;
using TeacherGrowthHub.TrainingHours.Sections;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Integration;
using TeacherGrowthHub.TrainingHours.Services.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Requests;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>Claims, requests and the officers' queue.</summary>
internal static class ClaimsRegistration
{
    public static IServiceCollection AddClaims(this IServiceCollection services) =>
        services
            .AddSingleton(new SettingsType(typeof(ClaimSettings)))
            .AddSingleton<IAuditWords, ClaimAuditWords>()
            .AddSingleton<INavigationProvider, ClaimNavigation>()
            .AddScoped<RosterClaims>()
            .AddScoped<ClaimLoader>()
            .AddScoped<ClaimSaving>()
            .AddScoped<ClaimWriting>()
            .AddScoped<ClaimFiling>()
            .AddScoped<ClaimDecisions>()
            .AddScoped<ClaimSelections>()
            .AddScoped<ClaimEntries>()
            .AddScoped<ClaimCertification>()
            .AddScoped<ClaimCorrections>()
            .AddScoped<ClaimFindings>()
            .AddScoped<IScaleSeed, ScaleClaims>()
            .AddScoped<ClaimMatches>()
            .AddScoped<ClaimQueue>()
            .AddScoped<SavedFilters>()
            .AddScoped<EvidenceStore>()
            .AddScoped<HoursImportData>()
            .AddScoped<OutsideHours>()
            .AddScoped<SubmittedHours>()
            .AddScoped<HoursReading>()
            .AddScoped<ImportedClaims>()
            .AddScoped<IImportKind, HoursImport>()
            .AddScoped<HourRequests>()
            .AddScoped<RequestReader>()
            .AddScoped<RequestDecisions>()
            .AddSingleton<IAuditWords, RequestAuditWords>()
            .AddScoped<IPersonalDataSource, RequestPersonalData>()
            .AddScoped<ClaimNotices>()
            .AddScoped<IWaitingSource, WaitingClaims>()
            .AddScoped<IWaitingSource, WaitingImports>()
            .AddOutboxHandler<HoursCertified, ClaimNotices>()
            .AddOutboxHandler<HoursReversed, ClaimNotices>();
}
