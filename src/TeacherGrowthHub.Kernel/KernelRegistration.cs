using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Localization;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
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
        services.AddScoped<SchoolCalendar>().AddScoped<AuditTrail>().AddScoped<ChangeLog>();
        services.AddSingleton(new SettingsType(typeof(SiteProfile))).AddScoped<SiteSettings>().AddScoped<NotificationSender>();
        services.AddMessaging(configuration);
        services.AddSingleton<IPermissionProvider, AuditPermissions>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>().AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        foreach (var module in modules)
            module.AddServices(services, configuration);
        return services;
    }
}
