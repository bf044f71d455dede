using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>The policy's rules and small histories, for tests of the reckoning.</summary>
internal static class Rules
{
    public static readonly SchoolYear Year = new()
    {
        Id = 2025,
        Start = new DateOnly(2025, 9, 1),
        End = new DateOnly(2026, 8, 31),
    };

    public static readonly RuleSet Policy = new(
        "测试文件",
        [
            new DutyQuota([DutyKind.Backbone], 4000, CountFilter.All),
            new DutyQuota([DutyKind.FullTimePsych], 2000, CountFilter.MentalHealth),
            new DutyQuota([DutyKind.ClassTeacher], 1000, CountFilter.MentalHealth),
            new DutyQuota([DutyKind.SubjectTeacher, DutyKind.PartTimePsych], 500, CountFilter.MentalHealth),
            new DutyQuota([DutyKind.NewTeacher], 500, CountFilter.PreService, QuotaPeriod.Once, "12-31"),
        ],
        [
            new ActivityKind("face-to-face", "集中培训", ActivityForm.Attendance, [ClaimLevel.School, ClaimLevel.County]),
            new ActivityKind("online", "网络研修", ActivityForm.Attendance, [ClaimLevel.School, ClaimLevel.County], CapHundredths: 800),
            new ActivityKind("award", "竞赛获奖", ActivityForm.Achievement, [ClaimLevel.School, ClaimLevel.County]),
        ],
        [new Equivalence("award", "county", "县级一等奖", 400), new Equivalence("award", "city", "市级一等奖", 600)],
        [new ExemptionKind("maternity", "产假")]
    );

    public static HeldDuty Holds(DutyKind kind, DateOnly? from = null, DateOnly? to = null) =>
        new(kind, from ?? new DateOnly(2024, 9, 1), to);

    public static TeacherFacts Facts(IEnumerable<HeldDuty> duties, params LedgerEntry[] entries) => new([.. duties], entries, []);

    public static YearStanding Reckon(TeacherFacts facts) => Reckoning.Reckon(Policy, Year, facts);

    public static LedgerEntry Entry(
        int sequence,
        decimal hours,
        string kind = "face-to-face",
        bool mentalHealth = true,
        bool preService = false,
        DateOnly? on = null,
        string? achievement = null,
        int? reverses = null,
        int schoolYear = 2025
    )
    {
        var day = on ?? new DateOnly(2025, 10, 1).AddDays(sequence);
        var amount = Hours.Of(reverses is null ? hours : -hours)!.Value.Hundredths;
        return new LedgerEntry
        {
            TeacherId = "teacher",
            Sequence = sequence,
            SchoolYear = schoolYear,
            ActivityKey = $"activity {reverses ?? sequence}",
            AchievementKey = achievement,
            Title = $"活动 {sequence}",
            Kind = kind,
            IsMentalHealth = mentalHealth,
            IsPreService = preService,
            From = day,
            To = day,
            RawHundredths = amount,
            CountedHundredths = amount,
            RuleVersion = 1,
            ActId = "act",
            CertifiedBy = "某管理员",
            CertifiedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Source = "test",
            ReversesSequence = reverses,
            Epoch = 1,
        };
    }
}
