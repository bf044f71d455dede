using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using static TeacherGrowthHub.Tests.TrainingHours.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours.Standings;

public sealed class ProspectTests
{
    [Fact]
    public void Should_keep_the_caps_when_it_reckons_what_waits()
    {
        var facts = Facts([Holds(DutyKind.ClassTeacher)], Entry(1, 6, "online"));
        var after = Prospect.With(Policy, Year, facts, [Entry(2, 5, "online")]);
        after.Of(DutyKind.ClassTeacher)!.Counted.ShouldBe(new Hours(800));
    }

    [Fact]
    public void Should_not_count_an_activity_again_that_is_certified_already()
    {
        var facts = Facts([Holds(DutyKind.ClassTeacher)], Entry(1, 6));
        Prospect.With(Policy, Year, facts, [Entry(1, 6)]).Of(DutyKind.ClassTeacher)!.Counted.ShouldBe(new Hours(600));
    }

    [Fact]
    public void Should_suppose_exactly_the_chosen_duties_and_leave_the_facts_alone()
    {
        var facts = Facts([Holds(DutyKind.ClassTeacher)], Entry(1, 6));
        var supposed = Prospect.Holding(Year, facts, [DutyKind.SubjectTeacher, DutyKind.Backbone]);
        Reckon(supposed).Duties.Select(duty => duty.Quota.Duty).ShouldBe([DutyKind.Backbone, DutyKind.SubjectTeacher], ignoreOrder: true);
        Reckon(supposed).Of(DutyKind.SubjectTeacher)!.IsMet.ShouldBeTrue();
        Reckon(facts).Duties.ShouldHaveSingleItem();
        Reckon(Prospect.Holding(Year, facts, [])).Duties.ShouldBeEmpty();
    }

    [Fact]
    public void Should_keep_the_days_of_a_duty_that_is_held()
    {
        var facts = Facts([Holds(DutyKind.ClassTeacher, new DateOnly(2026, 6, 1))]);
        Reckon(Prospect.Holding(Year, facts, [DutyKind.ClassTeacher])).Duties.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(5.5, 2)]
    [InlineData(3, 1)]
    [InlineData(10, 3)]
    [InlineData(10.5, null)]
    public void Should_tell_how_many_trainings_are_enough_whichever_are_chosen(decimal missing, int? count) =>
        Filling.AnyOf([new Hours(400), new Hours(300), new Hours(300)], Hours.Of(missing)!.Value).ShouldBe(count);
}
