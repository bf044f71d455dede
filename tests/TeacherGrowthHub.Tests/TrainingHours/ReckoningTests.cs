using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using static TeacherGrowthHub.Tests.TrainingHours.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class ReckoningTests
{
    [Theory]
    [InlineData(DutyKind.Backbone, 40)]
    [InlineData(DutyKind.FullTimePsych, 20)]
    [InlineData(DutyKind.ClassTeacher, 10)]
    [InlineData(DutyKind.SubjectTeacher, 5)]
    public void Should_ask_each_duty_for_the_hours_of_the_policy(DutyKind duty, int hours)
    {
        var standing = Reckon(Facts([Holds(duty)], Entry(1, hours - 0.01m))).Duties.ShouldHaveSingleItem();
        standing.Missing.ShouldBe(new Hours(1));
        standing.State.ShouldBe(StandingState.Missing);
        Reckon(Facts([Holds(duty)], Entry(1, hours))).IsAttained.ShouldBeTrue();
    }

    [Fact]
    public void Should_put_part_time_psychology_teachers_under_the_quota_of_subject_teachers_once()
    {
        var standing = Reckon(Facts([Holds(DutyKind.PartTimePsych), Holds(DutyKind.SubjectTeacher)])).Duties.ShouldHaveSingleItem();
        standing.Required.ShouldBe(new Hours(500));
    }

    [Fact]
    public void Should_count_ordinary_training_for_backbone_teachers_only()
    {
        var standing = Reckon(Facts([Holds(DutyKind.Backbone), Holds(DutyKind.ClassTeacher)], Entry(1, 12, mentalHealth: false)));
        standing.Of(DutyKind.Backbone)!.Counted.ShouldBe(new Hours(1200));
        standing.Of(DutyKind.ClassTeacher)!.Counted.ShouldBe(Hours.Zero);
        standing.Of(DutyKind.ClassTeacher)!.Lines.ShouldHaveSingleItem().Why.ShouldBe(LineReason.OtherSubject);
    }

    [Fact]
    public void Should_evaluate_each_duty_by_itself_and_never_ask_for_a_sum()
    {
        var facts = Facts([Holds(DutyKind.ClassTeacher), Holds(DutyKind.SubjectTeacher)], Entry(1, 6));
        var standing = Reckon(facts);
        standing.Of(DutyKind.SubjectTeacher)!.IsMet.ShouldBeTrue();
        standing.Headline!.Quota.Duty.ShouldBe(DutyKind.ClassTeacher);
        standing.Headline.Missing.ShouldBe(new Hours(400));
        standing.IsAttained.ShouldBeFalse();
    }

    [Fact]
    public void Should_count_a_kind_up_to_its_cap_and_say_which_line_was_capped()
    {
        var standing = Reckon(Facts([Holds(DutyKind.ClassTeacher)], Entry(1, 5, "online"), Entry(2, 5, "online"), Entry(3, 1)))
            .Duties.Single();
        standing.Counted.ShouldBe(new Hours(900));
        standing.Certified.ShouldBe(new Hours(1100));
        var capped = standing.Lines.Single(line => line.Why == LineReason.Capped);
        capped.Counts.ShouldBe(new Hours(300));
        capped.Entry.Sequence.ShouldBe(2);
    }

    [Fact]
    public void Should_count_only_the_highest_of_one_achievement()
    {
        var facts = Facts([Holds(DutyKind.ClassTeacher)], Entry(1, 4, "award", achievement: "课"), Entry(2, 6, "award", achievement: "课"));
        var standing = Reckon(facts).Duties.Single();
        standing.Counted.ShouldBe(new Hours(600));
        standing.Lines[0].Why.ShouldBe(LineReason.LowerOfSameAchievement);
    }

    [Fact]
    public void Should_forget_what_was_reversed()
    {
        var standing = Reckon(Facts([Holds(DutyKind.ClassTeacher)], Entry(1, 10), Entry(2, 10, reverses: 1))).Duties.Single();
        standing.Counted.ShouldBe(Hours.Zero);
        standing.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-03-02", null, true)]
    [InlineData("2026-03-03", null, false)]
    [InlineData("2024-09-01", "2026-03-02", true)]
    [InlineData("2024-09-01", "2026-03-01", false)]
    public void Should_ask_for_a_duty_held_at_least_half_of_the_school_year(string from, string? to, bool isAsked)
    {
        var duty = Holds(DutyKind.ClassTeacher, DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));
        Reckon(Facts([duty])).Duties.Any().ShouldBe(isAsked);
    }

    [Fact]
    public void Should_add_up_the_days_of_two_classes_but_count_no_day_twice()
    {
        var autumn = Holds(DutyKind.ClassTeacher, new DateOnly(2025, 9, 1), new DateOnly(2025, 12, 31));
        var again = Holds(DutyKind.ClassTeacher, new DateOnly(2025, 10, 1), new DateOnly(2025, 12, 31));
        var spring = Holds(DutyKind.ClassTeacher, new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30));
        Reckon(Facts([autumn, again])).Duties.ShouldBeEmpty();
        Reckon(Facts([autumn, spring])).Duties.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("2025-08-22", 2024, StandingState.Met)]
    [InlineData("2025-09-01", 2025, StandingState.Met)]
    [InlineData("2025-11-20", 2025, StandingState.MadeUp)]
    [InlineData("2025-12-31", 2025, StandingState.MadeUp)]
    [InlineData("2026-01-01", 2025, StandingState.Missing)]
    public void Should_ask_new_teachers_once_for_pre_service_hours(string day, int schoolYear, StandingState state)
    {
        var duty = Holds(DutyKind.NewTeacher, new DateOnly(2025, 9, 1));
        var course = Entry(1, 5, preService: true, on: DateOnly.Parse(day), schoolYear: schoolYear);
        Reckon(Facts([duty], course)).Of(DutyKind.NewTeacher)!.State.ShouldBe(state);
    }

    [Fact]
    public void Should_ask_new_teachers_in_the_year_of_their_cohort_only()
    {
        Reckon(Facts([Holds(DutyKind.NewTeacher, new DateOnly(2024, 9, 1))])).Duties.ShouldBeEmpty();
        var standing = Reckon(Facts([Holds(DutyKind.NewTeacher, new DateOnly(2025, 9, 1))], Entry(1, 8))).Duties.Single();
        standing.Counted.ShouldBe(Hours.Zero);
        standing.Lines.Single().Why.ShouldBe(LineReason.OtherSubject);
    }

    [Fact]
    public void Should_ask_nothing_of_an_exempt_duty()
    {
        var standing = Reckon(With(Waiver(DutyKind.ClassTeacher), Entry(1, 5)));
        standing.IsAttained.ShouldBeTrue();
        standing.Of(DutyKind.ClassTeacher)!.Required.ShouldBe(Hours.Zero);
        Reckon(With(Waiver(DutyKind.ClassTeacher))).IsAttained.ShouldBeFalse();
        Reckon(With(Waiver(null))).IsAttained.ShouldBeTrue();

        static TeacherFacts With(Exemption exemption, params LedgerEntry[] entries) =>
            new([Holds(DutyKind.ClassTeacher), Holds(DutyKind.SubjectTeacher)], entries, [exemption]);
    }

    private static Exemption Waiver(DutyKind? duty) =>
        new()
        {
            Id = "exemption",
            TeacherId = "teacher",
            SchoolYear = Year.Id,
            Duty = duty,
            Kind = "maternity",
            Reason = "产假",
            DecidedBy = "县管理员",
            DecidedAt = DateTime.UtcNow,
        };
}
