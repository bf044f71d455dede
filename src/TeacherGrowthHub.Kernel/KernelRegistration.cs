using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Backup;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Idempotency;
using TeacherGrowthHub.Kernel.Localization;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Kernel;

/// <summary>Registers what every module stands on, then the modules.</summary>
public static class KernelRegistration
{
    public static IServiceCollection AddKernel(
        this IServiceCollection services,
        IConfiguration configuration,
        IReadOnlyList<HubModule> modules
    )
    {
        services.AddSingleton(new ModuleCatalog(modules));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new DataFolder(configuration));
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddHubDatabase(configuration);
        services.AddSingleton<IStringLocalizer, JsonTexts>();
        services.AddSingleton<IBlobStore, DiskBlobStore>();
        services.AddScoped<SchoolCalendar>().AddScoped<ChangeLog>();
        services.AddSingleton(new SettingsType(typeof(SiteProfile))).AddScoped<SiteSettings>().AddScoped<NotificationSender>();
        services.AddMessaging(configuration);
        services.AddScoped<SiteBackup>().AddScoped<SiteRestore>();
        services
            .AddScoped<IHubCommand, SeedScaleCommand>()
            .AddScoped<IHubCommand, BackupCommand>()
            .AddScoped<IHubCommand, RestoreCommand>();
        services.AddHubScheduling();
        services.AddScoped<PersonalDataExport>();
        services.AddScoped<IPersonalDataSource, KernelPersonalData>().AddScoped<IAccountClosing, KernelPersonalData>();
        services.AddAudit();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>().AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        foreach (var module in modules)
            module.AddServices(services, configuration);
        return services;
    }

    private static void AddAudit(this IServiceCollection services)
    {
        services.AddScoped<AuditTrail>().AddScoped<AuditVerification>().AddScoped<AuditSearch>().AddScoped<AuditExport>();
        services.AddSingleton<AuditVocabulary>().AddSingleton<IAuditWords, KernelAuditWords>().AddScoped<IHubCommand, AuditVerifyCommand>();
        services.AddSingleton<IPermissionProvider, AuditPermissions>().AddSingleton(new SettingsType(typeof(AuditRetention)));
        services.AddScheduledJob<AuditRetentionJob>("0 30 3 * * ?");
        services.AddScoped<OnceOnly>().AddScheduledJob<OnceOnlyRetentionJob>("0 35 3 * * ?");
    }
}
