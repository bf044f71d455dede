using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.TrainingHours.Sections;
using TeacherGrowthHub.TrainingHours.Services.Standings;

namespace TeacherGrowthHub.TrainingHours;

/// <summary>What teachers see of their own hours, and what officers see of everybody's.</summary>
internal static class FiguresRegistration
{
    public static IServiceCollection AddMyHours(this IServiceCollection services) =>
        services
            .AddScoped<StandingSentences>()
            .AddScoped<YearTimeline>()
            .AddScoped<OpenTrainings>()
            .AddScoped<MyHoursReader>()
            .AddScoped<IMySection, HoursSection>()
            .AddScoped<IHomeSection, HoursSection>();
}
