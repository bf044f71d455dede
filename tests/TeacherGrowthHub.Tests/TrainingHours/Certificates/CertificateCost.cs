using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

namespace TeacherGrowthHub.Tests.TrainingHours.Certificates;

/// <summary>Measures, on demand: <c>./hub test -class "*CertificateCost" -explicit only</c>; the figures stand in docs/performance.md.</summary>
public sealed class CertificateCost
{
    private const int Papers = 200;
    private const int Teachers = 1000;

    [Fact(Explicit = true)]
    public void Should_print_a_paper_in_milliseconds()
    {
        var press = new CertificatePress();
        var face = CertificatePaperTests.Face();
        var bytes = press.Print(CertificateKind.Year, face, "XS-2026-000001", CertificateCode.New(), "https://teachers.example.org").Length;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Papers; i++)
            press.Print(CertificateKind.Year, face, "XS-2026-000001", CertificateCode.New(), "https://teachers.example.org");
        Console.WriteLine($"a paper: {watch.Elapsed.TotalMilliseconds / Papers:0.0} ms, {bytes / 1024} KB");
    }

    [Theory(Explicit = true)]
    [ClassData(typeof(BothEngines))]
    public async Task Should_issue_a_thousand_in_the_background(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var stage = await HoursStage.SetAsync(site);
        var teachers = await ManyTeachers.MakeAsync(stage, Teachers);
        foreach (var some in teachers.Chunk(250))
            await stage.CertifyAsync(
                stage.County,
                [.. some.SelectMany(teacher => Enumerable.Range(0, 4).Select(i => stage.Posting(2, $"line {i}", teacher)))]
            );
        await site.SettleAsync();
        var watch = Stopwatch.StartNew();
        await site.InScopeAsync(services =>
            services
                .GetRequiredService<CertificateBatches>()
                .StartAsync(stage.School.Path, HoursStage.Year, "https://teachers.example.org", stage.County)
        );
        await site.SettleAsync();
        Console.WriteLine($"{provider}: {Teachers} certificates in {watch.Elapsed.TotalSeconds:0.0} s");
        var issued = await site.InScopeAsync(services => services.GetRequiredService<HubDbContext>().Set<Certificate>().CountAsync());
        issued.ShouldBe(Teachers);
    }
}
