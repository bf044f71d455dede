using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.BrowserTests;

/// <summary>Claims that wait at the county.</summary>
internal static class WaitingClaims
{
    public const int Year = 2025;

    public static Task AddAsync(TestSite site, HubUser teacher, string school, string title, DateOnly day, int hundredths) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(
                new Claim
                {
                    Id = HubId.New(TimeProvider.System),
                    TeacherId = teacher.TeacherId!,
                    Path = school,
                    SchoolYear = Year,
                    Kind = "face-to-face",
                    Title = title,
                    From = day,
                    To = day,
                    RawHundredths = hundredths,
                    GrantedHundredths = hundredths,
                    IsMentalHealth = true,
                    // Two claims of one day are the same activity twice.
                    ActivityKey = $"{day} of {school}",
                    State = ClaimState.Waiting,
                    Level = ClaimLevel.County,
                    WaitingPath = ClaimChain.ActingAt(ClaimLevel.County, school),
                    CreatedAt = DateTime.UtcNow,
                    SubmittedAt = DateTime.UtcNow,
                }
            );
            return await database.SaveChangesAsync();
        });
}
