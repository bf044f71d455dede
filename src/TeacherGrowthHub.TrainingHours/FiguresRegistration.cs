using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Scheduling;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.ResourceBank.Sections;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;
using TeacherGrowthHub.TrainingHours.Sections;
using TeacherGrowthHub.TrainingHours.Services;
using TeacherGrowthHub.TrainingHours.Services.Figures;
using TeacherGrowthHub.TrainingHours.Services.Reminders;
using TeacherGrowthHub.TrainingHours.Services.Rules;
using TeacherGrowthHub.TrainingHours.Services.Standings;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>What teachers see of their own hours, and what officers see of everybody's.</summary>
internal static class FiguresRegistration
{
    // After the balances of the night.
    private const string EveryNight = "0 50 3 * * ?";
    private const string EveryMorning = "0 10 7 * * ?";

    public static IServiceCollection AddMyHours(this IServiceCollection services) =>
        services
            .AddScoped<StandingSentences>()
            .AddScoped<YearTimeline>()
            .AddScoped<OpenTrainings>()
            .AddScoped<MyHoursReader>()
            .AddScoped<HourYears>()
            .AddScoped<IMySection, HoursSection>()
            .AddScoped<IHomeSection, HoursSection>();

    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddSingleton(new SettingsType(typeof(FigureSettings)));
        services
            .AddSingleton<FigureCache>()
            .AddScoped<FigureAccess>()
            .AddScoped<FigureCounting>()
            .AddScoped<FigureTrends>()
            .AddScoped<FigureReader>();
        services.AddScoped<FigurePeople>().AddScoped<FigureLists>().AddScoped<CopiedList>().AddScoped<PublicFigures>();
        services.AddScoped<FigureSheets>().AddScoped<FigureWorkbook>().AddScoped<OneNode>().AddScoped<FiftySection>();
        services.AddSingleton<IAuditWords, FigureAuditWords>();
        services.AddScoped<IPathHolder, FigurePaths>();
        return services.AddScheduledJob<FigureSnapshots>(EveryNight);
    }

    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton(new SettingsType(typeof(ReminderSettings)));
        services.AddScoped<HourReminders>().AddScoped<OfficerDigests>().AddScoped<HandReminders>().AddScoped<ReminderPlan>();
        services.AddScoped<IPersonalDataSource, ReminderPersonalData>();
        services.AddOutboxHandler<ReminderMail, ReminderMailHandler>();
        return services.AddScheduledJob<ReminderRounds>(EveryMorning);
    }
}
