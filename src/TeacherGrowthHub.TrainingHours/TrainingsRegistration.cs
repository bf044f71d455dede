using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Data;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>Trainings: planning, sign-up, check-in, closing.</summary>
internal static class TrainingsRegistration
{
    public static IServiceCollection AddTrainings(this IServiceCollection services)
    {
        services.AddSingleton(new SettingsType(typeof(TrainingSettings))).AddSingleton<INavigationProvider, TrainingsNavigation>();
        services.AddSingleton<IAuditWords, TrainingAuditWords>().AddSingleton<IBlobReferences, HomeworkBlobs>();
        services.AddScoped<IPersonalDataSource, TrainingPersonalData>().AddScoped<IPathHolder, TrainingPaths>();
        services.AddScoped<IWaitingSource, WaitingApprovals>().AddScoped<IMySection, NextTrainingSection>();
        services.AddScoped<TrainingLoader>().AddScoped<TrainingReader>().AddScoped<TrainingViews>().AddScoped<TrainingNotices>();
        services
            .AddScoped<TrainingFormReading>()
            .AddScoped<TrainingFormChoices>()
            .AddScoped<TrainingPlanning>()
            .AddScoped<TrainingDecisions>();
        services.AddScoped<SignUps>().AddScoped<CheckIns>().AddSingleton<CodeThrottle>().AddSingleton<CheckInTickets>();
        services.AddScoped<Rosters>().AddScoped<RosterTicks>().AddScoped<WalkIns>().AddScoped<TrainingClosing>();
        services.AddScoped<Homeworks>().AddScoped<Feedbacks>().AddScoped<TrainingPlans>().AddScoped<PlanWorkbook>();
        return services.AddScoped<CalendarFeeds>();
    }
}
