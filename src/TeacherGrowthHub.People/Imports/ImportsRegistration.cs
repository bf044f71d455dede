using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.People.Imports;

/// <summary>Excel in and out.</summary>
public static class ImportsRegistration
{
    public static IServiceCollection AddImports(this IServiceCollection services) =>
        services
            .AddSingleton<ImportProgress>()
            .AddScoped<ImportKinds>()
            .AddScoped<IImportKind, TeacherImport>()
            .AddScoped<IImportKind, OrganizationImport>()
            .AddScoped<IImportKind, DutyImport>()
            .AddScoped<ImportBatches>()
            .AddScoped<ImportService>()
            .AddScoped<ImportSecondPerson>()
            .AddScoped<ImportUndo>()
            .AddSingleton<ImportFailures>()
            .AddScoped<WorkbookExport>()
            .AddScoped<WorkbookTemplate>()
            .AddScoped<ErrorWorkbook>()
            .AddSingleton(new SettingsType(typeof(ImportRetention)))
            .AddScheduledJob<ImportRetentionJob>("0 45 3 * * ?")
            .AddOutboxHandler<CheckImport, ImportCheck>()
            .AddOutboxHandler<ApplyImport, ImportApply>()
            .AddOutboxHandler<UndoImport, ImportUndo>();
}
