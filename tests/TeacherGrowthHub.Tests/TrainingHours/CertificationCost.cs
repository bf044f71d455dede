using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>Measures, on demand: <c>./hub test -class "*CertificationCost" -explicit only</c>; the figures stand in docs/performance.md.</summary>
public sealed class CertificationCost
{
    private const int Claims = 500;
    private const int Officers = 8;
    private const int Rounds = 6;

    [Theory(Explicit = true)]
    [ClassData(typeof(BothEngines))]
    public async Task Should_certify_five_hundred_claims_in_one_action_within_two_seconds(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var stage = await HoursStage.SetAsync(site);
        var teachers = await ManyTeachers.MakeAsync(stage, Claims);
        await site.SettleAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var ids = await ClaimsAsync(stage, teachers, round);
            var watch = Stopwatch.StartNew();
            var selection = await site.InScopeAsync(services =>
                services.GetRequiredService<ClaimCertification>().CertifyAsync(ids, stage.County)
            );
            Console.WriteLine($"{provider}: {selection.Certified.Count} claims in {watch.Elapsed.TotalSeconds:0.00} s");
            selection.Certified.Count.ShouldBe(Claims);
        }
    }

    [Theory(Explicit = true)]
    [ClassData(typeof(BothEngines))]
    public async Task Should_certify_two_thousand_claims_a_second_with_eight_officers(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var stages = new List<(HoursStage Stage, List<string> Teachers)>();
        for (var i = 0; i < Officers; i++)
        {
            var stage = await HoursStage.SetAsync(site);
            stages.Add((stage, await ManyTeachers.MakeAsync(stage, Claims)));
        }
        await site.SettleAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var work = new List<(HoursStage Stage, List<string> Ids)>();
            foreach (var (stage, teachers) in stages)
                work.Add((stage, await ClaimsAsync(stage, teachers, round)));
            var watch = Stopwatch.StartNew();
            var done = await Task.WhenAll(
                work.Select(pair =>
                    Task.Run(() =>
                        site.InScopeAsync(services =>
                            services.GetRequiredService<ClaimCertification>().CertifyAsync(pair.Ids, pair.Stage.County)
                        )
                    )
                )
            );
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine($"{provider}: {Officers} × {Claims} claims in {seconds:0.00} s, {Officers * Claims / seconds:0} a second");
            done.ShouldAllBe(selection => selection.Certified.Count == Claims);
        }
    }

    private static Task<List<string>> ClaimsAsync(HoursStage stage, List<string> teachers, int round) =>
        stage.Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var day = new DateOnly(2025, 10, 8).AddDays(round);
            var claims = teachers.ConvertAll(teacher => new Claim
            {
                Id = HubId.New(TimeProvider.System),
                TeacherId = teacher,
                Path = stage.School.Path,
                SchoolYear = HoursStage.Year,
                Kind = "face-to-face",
                Title = $"培训 {round}",
                From = day,
                To = day,
                RawHundredths = 200,
                GrantedHundredths = 200,
                IsMentalHealth = true,
                ActivityKey = $"training:{round}",
                State = ClaimState.Waiting,
                Level = ClaimLevel.County,
                WaitingPath = ClaimChain.ActingAt(ClaimLevel.County, stage.School.Path),
                TrainingId = HubId.New(TimeProvider.System),
                CreatedAt = DateTime.UtcNow,
                SubmittedAt = DateTime.UtcNow,
            });
            database.AddRange(claims);
            await database.SaveChangesAsync();
            return claims.ConvertAll(claim => claim.Id);
        });
}
