using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>Random histories written through the services: certifying, taking back, duties that begin and end, new rules.</summary>
public sealed class StoredHistoryTests
{
    private static readonly DutyKind[] Duties = [DutyKind.Backbone, DutyKind.ClassTeacher, DutyKind.SubjectTeacher];
    private static readonly Gen<DutyKind> Duty = Gen.Int[0, 2].Select(i => Duties[i]);

    private static readonly Gen<Act> AnyAct = Gen.Frequency(
        (
            5,
            Gen.Select(Gen.Int[1, 60], Gen.Bool.Select(isOnline => isOnline ? "online" : "face-to-face"), Gen.Bool)
                .Select(Act (quarters, kind, mentalHealth) => new Certify(quarters / 4m, kind, mentalHealth))
        ),
        (2, Gen.Int[0, 9].Select(Act (line) => new TakeBack(line))),
        (2, Duty.Select(Act (duty) => new Begin(duty))),
        (1, Gen.Int[0, 300].Select(Act (day) => new End(day))),
        (1, Gen.Int[0, 40].Select(Act (cap) => new ChangeRules(cap)))
    );

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_balances_that_a_recomputation_confirms(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        await AnyAct.Array[4, 12].SampleAsync(acts => LiveAsync(site, acts), iter: 15, threads: 1);
        (await site.InScopeAsync(services => services.GetRequiredService<LedgerVerification>().RunAsync())).Problem.ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_stand_at_zero_when_everything_is_taken_back_in_any_order(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        var postings = Enumerable
            .Range(0, 8)
            .Select(i => stage.Posting(1 + (i / 4m), $"line {i}", kind: i % 3 == 0 ? "online" : "face-to-face"));
        var lines = await stage.CertifyAsync(stage.County, [.. postings]);
        foreach (
            var line in lines.OrderBy(line => line.Hash, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)))
        )
            await stage.ReverseAsync(stage.County, line);
        var balance = (await stage.BalanceAsync(DutyKind.ClassTeacher))!;
        (balance.CertifiedHundredths, balance.CountedHundredths, balance.MissingHundredths).ShouldBe((0, 0, balance.RequiredHundredths));
    }

    private static async Task LiveAsync(TestSite site, Act[] acts)
    {
        var stage = await HoursStage.SetAsync(site, DutyKind.ClassTeacher);
        foreach (var (act, step) in acts.Select((act, step) => (act, step)))
        {
            await DoAsync(stage, act, step);
            await site.SettleAsync();
            await ConfirmAsync(stage);
        }
    }

    private static async Task DoAsync(HoursStage stage, Act act, int step)
    {
        switch (act)
        {
            case Certify(var hours, var kind, var mentalHealth):
                var posting = stage.Posting(hours, $"step {step}", kind: kind) with { IsMentalHealth = mentalHealth };
                await stage.CertifyAsync(stage.County, posting);
                break;
            case TakeBack(var line) when Standing(await stage.EntriesAsync()) is { Count: > 0 } standing:
                await stage.ReverseAsync(stage.County, standing[line % standing.Count]);
                break;
            case Begin(var duty) when !(await DutiesAsync(stage)).Any(held => held.Kind == duty):
                await stage.GiveAsync(stage.Teacher, duty);
                break;
            case End(var day) when (await DutiesAsync(stage)).LastOrDefault(held => held.To is null) is { } held:
                await stage.Site.InScopeAsync(services =>
                    services
                        .GetRequiredService<TeacherDuties>()
                        .EndAsync(stage.TeacherId, held.Id, Rules.Year.Start.AddDays(day), HubUser.System)
                );
                break;
            case ChangeRules(var cap):
                await stage.Site.InScopeAsync(services => CapOnlineAsync(services.GetRequiredService<RuleBook>(), cap * 100));
                break;
        }
    }

    private static async Task CapOnlineAsync(RuleBook book, int hundredths)
    {
        var rules = (await book.OfAsync(HoursStage.Year)).Rules;
        var kinds = rules.Kinds.Select(kind => kind.Code == "online" ? kind with { CapHundredths = hundredths } : kind);
        await book.AddAsync(HoursStage.Year, rules with { Kinds = [.. kinds] }, HubUser.System);
    }

    // Every stored balance against the rules in their shortest form.
    private static async Task ConfirmAsync(HoursStage stage)
    {
        var entries = await stage.EntriesAsync();
        var rules = (await stage.Site.InScopeAsync(services => services.GetRequiredService<RuleBook>().OfAsync(HoursStage.Year))).Rules;
        var balances = await stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<DutyBalance>()
                .AsNoTracking()
                .Where(row => row.TeacherId == stage.TeacherId && row.SchoolYear == HoursStage.Year)
                .ToListAsync()
        );
        foreach (var balance in balances)
        {
            var quota = rules.Quotas.Single(quota => quota.Duties.Contains(balance.Duty));
            balance.CountedHundredths.ShouldBe(PlainReckoning.Counted(entries, rules, quota).Hundredths);
            balance.MissingHundredths.ShouldBe(Math.Max(0, quota.RequiredHundredths - balance.CountedHundredths));
        }
        var held = (await DutiesAsync(stage)).Where(duty => duty.To is null).Select(duty => duty.Kind);
        held.ShouldBeSubsetOf(balances.Select(balance => balance.Duty));
    }

    private static Task<List<TeacherDuty>> DutiesAsync(HoursStage stage) =>
        stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Teacher>()
                .AsNoTracking()
                .Where(teacher => teacher.Id == stage.TeacherId)
                .SelectMany(teacher => teacher.Duties)
                .OrderBy(duty => duty.Id)
                .ToListAsync()
        );

    private static List<LedgerEntry> Standing(List<LedgerEntry> entries)
    {
        var gone = entries.Select(entry => entry.ReversesSequence).ToHashSet();
        return [.. entries.Where(entry => !entry.IsReversal && !gone.Contains(entry.Sequence))];
    }

    private abstract record Act;

    private sealed record Certify(decimal Hours, string Kind, bool IsMentalHealth) : Act;

    private sealed record TakeBack(int Line) : Act;

    private sealed record Begin(DutyKind Duty) : Act;

    private sealed record End(int Day) : Act;

    private sealed record ChangeRules(int OnlineCap) : Act;
}
