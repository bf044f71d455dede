using CsCheck;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>What must hold for every history: random lines, reversals, duties and rules.</summary>
public sealed class HistoryPropertyTests
{
    private static readonly Gen<HeldDuty> Duty =
        from kind in Gen.Enum<DutyKind>()
        from start in Gen.Int[-400, 300]
        from days in Gen.Int[1, 800]
        from isOpen in Gen.Bool
        let first = Rules.Year.Start.AddDays(start)
        select new HeldDuty(kind, first, isOpen ? null : first.AddDays(days));

    private static readonly Gen<LedgerEntry> Line =
        from quarters in Gen.Int[1, 60]
        from kind in Gen.OneOf(Gen.Const("face-to-face"), Gen.Const("online"), Gen.Const("award"))
        from mentalHealth in Gen.Bool
        from preService in Gen.Int[0, 4].Select(one => one == 0)
        from day in Gen.Int[-60, 364]
        from achievement in Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"甲"), Gen.Const((string?)"乙"))
        select Rules.Entry(
            1,
            quarters / 4m,
            kind,
            mentalHealth,
            preService,
            Rules.Year.Start.AddDays(day),
            kind == "award" ? achievement : null,
            schoolYear: day < 0 ? Rules.Year.Id - 1 : Rules.Year.Id
        );

    private static readonly Gen<RuleSet> Version =
        from onlineCap in Gen.Int[0, 40]
        from awardCap in Gen.Int[0, 40]
        from share in Gen.Int[1, 100]
        from required in Gen.Int[0, 60]
        select Rules.Policy with
        {
            DutyHeldPercent = share,
            Kinds =
            [
                .. Rules.Policy.Kinds.Select(kind =>
                    kind.Code switch
                    {
                        "online" => kind with { CapHundredths = onlineCap * 100 },
                        "award" => kind with { CapHundredths = awardCap * 100 },
                        _ => kind,
                    }
                ),
            ],
            Quotas =
            [
                .. Rules.Policy.Quotas.Select(quota => quota with { RequiredHundredths = quota.RequiredHundredths + (required * 100) }),
            ],
        };

    private static readonly Gen<RandomHistory> History =
        from duties in Duty.Array[0, 5]
        from lines in Line.Array[0, 25]
        from taken in Gen.Bool.Array[lines.Length]
        from rules in Version
        select new RandomHistory(duties, Chain(lines, taken), rules);

    [Fact]
    public void Should_never_count_more_than_a_cap_or_than_was_certified() =>
        History.Sample(history =>
        {
            foreach (var duty in Reckon(history).Duties)
            {
                duty.Lines.ShouldAllBe(line => line.Counts >= Hours.Zero && line.Counts <= line.Entry.Counted);
                foreach (var kind in history.Rules.Kinds.Where(kind => kind.CapHundredths is not null))
                    duty.ByKind.GetValueOrDefault(kind.Code).Hundredths.ShouldBeLessThanOrEqualTo(kind.CapHundredths!.Value);
                var achievements = duty.Lines.Where(line => line.Counts > Hours.Zero && line.Entry.AchievementKey is not null);
                achievements.GroupBy(line => line.Entry.AchievementKey).ShouldAllBe(group => group.Count() == 1);
            }
        });

    [Fact]
    public void Should_give_zero_when_everything_is_reversed() =>
        History.Sample(history =>
        {
            var lines = history.Facts.Standing;
            var next = history.Entries.Length;
            var reversals = lines.Select(line => Reversal(line, ++next)).ToList();
            var standing = Reckon(history with { Entries = [.. history.Entries, .. reversals] });
            standing.Duties.ShouldAllBe(duty => duty.Counted == Hours.Zero && duty.Certified == Hours.Zero && duty.Lines.Count == 0);
            (history.Entries.Sum(line => line.Counted) + reversals.Sum(line => line.Counted)).ShouldBe(Hours.Zero);
        });

    [Fact]
    public void Should_not_depend_on_the_order_of_certification() =>
        Gen.Select(Duty.Array[1, 5], Line.Array[1, 20], Version)
            .SelectMany((duties, lines, rules) => Gen.Shuffle(lines).Select(shuffled => (duties, lines, shuffled, rules)))
            .Sample(history =>
            {
                var (duties, lines, shuffled, rules) = history;
                var keyed = lines.Select((line, i) => (line, $"activity {i}")).ToDictionary(pair => pair.line, pair => pair.Item2);
                var first = Reckon(new RandomHistory(duties, Chain(lines, [], keyed), rules));
                var second = Reckon(new RandomHistory(duties, Chain(shuffled, [], keyed), rules));
                second.Duties.Select(Totals).ShouldBe(first.Duties.Select(Totals));
            });

    [Fact]
    public void Should_equal_a_plain_recomputation() =>
        History.Sample(history =>
        {
            foreach (var duty in Reckon(history).Duties.Where(duty => duty.Quota.Period == QuotaPeriod.SchoolYear))
            {
                var expected = PlainReckoning.Counted(history.Entries, history.Rules, duty.Quota);
                duty.Counted.ShouldBe(expected);
                if (duty.State != StandingState.Exempt)
                    duty.Missing.ShouldBe(Hours.Max(Hours.Zero, duty.Quota.Required - expected));
            }
        });

    private static YearStanding Reckon(RandomHistory history) => Reckoning.Reckon(history.Rules, Rules.Year, history.Facts);

    private sealed record RandomHistory(HeldDuty[] Duties, LedgerEntry[] Entries, RuleSet Rules)
    {
        public TeacherFacts Facts => new(Duties, Entries, []);
    }

    private static (DutyKind, StandingState, Hours, Hours, string) Totals(DutyStanding duty) =>
        (duty.Quota.Duty, duty.State, duty.Counted, duty.Certified, string.Join(' ', duty.ByKind));

    private static LedgerEntry[] Chain(LedgerEntry[] lines, bool[] taken, Dictionary<LedgerEntry, string>? keys = null)
    {
        var chain = lines.Select((line, i) => Numbered(line, i + 1, keys?[line] ?? $"activity {i + 1}")).ToList();
        foreach (var line in chain.Where((_, i) => i < taken.Length && taken[i]).ToList())
            chain.Add(Reversal(line, chain.Count + 1));
        return [.. chain];
    }

    private static LedgerEntry Reversal(LedgerEntry line, int sequence) =>
        Copy(line, sequence, line.ActivityKey, -line.CountedHundredths, line.Sequence);

    private static LedgerEntry Numbered(LedgerEntry line, int sequence, string key) =>
        Copy(line, sequence, key, line.CountedHundredths, reverses: null);

    private static LedgerEntry Copy(LedgerEntry line, int sequence, string key, int hundredths, int? reverses) =>
        new()
        {
            TeacherId = line.TeacherId,
            Sequence = sequence,
            SchoolYear = line.SchoolYear,
            ActivityKey = key,
            AchievementKey = line.AchievementKey,
            Title = line.Title,
            Kind = line.Kind,
            IsMentalHealth = line.IsMentalHealth,
            IsPreService = line.IsPreService,
            From = line.From,
            To = line.To,
            RawHundredths = hundredths,
            CountedHundredths = hundredths,
            RuleVersion = line.RuleVersion,
            ActId = line.ActId,
            CertifiedBy = line.CertifiedBy,
            CertifiedAt = line.CertifiedAt,
            Source = line.Source,
            ReversesSequence = reverses,
            Epoch = line.Epoch,
        };
}
