using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class LedgerRaceTests
{
    private const int Officers = 20;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_certify_once_however_many_officers_certify_at_once(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        var results = await Task.WhenAll(Enumerable.Range(0, Officers).Select(_ => Task.Run(() => TryAsync(stage, "the same"))));
        results.Count(certified => certified).ShouldBe(1);
        (await stage.EntriesAsync()).Count.ShouldBe(1);
        (await stage.BalanceAsync(DutyKind.ClassTeacher))!.CountedHundredths.ShouldBe(100);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_chain_and_balance_whole_when_many_officers_certify_different_activities(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.Backbone);
        var results = await Task.WhenAll(Enumerable.Range(0, Officers).Select(i => Task.Run(() => TryAsync(stage, $"activity {i}"))));
        results.ShouldAllBe(certified => certified);
        var lines = await stage.EntriesAsync();
        lines.Select(line => line.Sequence).ShouldBe(Enumerable.Range(1, Officers));
        for (var i = 1; i < lines.Count; i++)
            lines[i].Hash.ShouldBe(TeacherGrowthHub.TrainingHours.Domain.Ledger.LedgerHash.Of(lines[i], lines[i - 1].Hash));
        (await stage.BalanceAsync(DutyKind.Backbone))!.CountedHundredths.ShouldBe(Officers * 100);
    }

    private static async Task<bool> TryAsync(HoursStage stage, string activity)
    {
        try
        {
            await stage.CertifyAsync(stage.County, stage.Posting(1, activity));
            return true;
        }
        catch (RefusedException refusal) when (refusal.Kind == RefusalKind.Conflict)
        {
            return false;
        }
    }
}
