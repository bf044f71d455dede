using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Standings;
using static TeacherGrowthHub.Tests.TrainingHours.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours.Standings;

public sealed class StandingSentencesTests
{
    [Fact]
    public async Task Should_name_the_rule_and_its_document_and_what_is_missing() =>
        (await OfAsync(DutyKind.Backbone, Entry(1, 28.5m))).ShouldBe(
            "按测试文件，骨干教师每学年不少于40学时，各类培训都计入；已认定28.5学时，全部计入；还差11.5学时。"
        );

    [Fact]
    public async Task Should_say_that_nothing_is_certified_yet() =>
        (await OfAsync(DutyKind.SubjectTeacher)).ShouldBe(
            "按测试文件，学科教师每学年不少于5学时，只计心理健康教育培训；目前还没有认定可计入的学时；还差5学时。"
        );

    [Fact]
    public async Task Should_say_what_a_cap_cut_off() =>
        (await OfAsync(DutyKind.ClassTeacher, Entry(1, 5, "online"), Entry(2, 5, "online"), Entry(3, 2))).ShouldBe(
            "按测试文件，班主任每学年不少于10学时，只计心理健康教育培训；已认定12学时，计入10学时；网络研修最多计8学时，超出的2学时不计；已达标。"
        );

    [Fact]
    public async Task Should_name_the_document_that_sets_a_cap()
    {
        var rules = Policy with
        {
            Kinds = [new ActivityKind("online", "网络研修", ActivityForm.Attendance, [ClaimLevel.County], 800, "市培训办法")],
        };
        (await OfAsync(rules, Facts([Holds(DutyKind.ClassTeacher)], Entry(1, 9, "online")), DutyKind.ClassTeacher)).ShouldContain(
            "网络研修按市培训办法最多计8学时，超出的1学时不计"
        );
    }

    [Fact]
    public async Task Should_say_that_of_one_achievement_the_highest_counts() =>
        (
            await OfAsync(DutyKind.ClassTeacher, Entry(1, 4, "award", achievement: "一节课"), Entry(2, 6, "award", achievement: "一节课"))
        ).ShouldContain("已认定10学时，计入6学时；同一成果只计最高的一项，另外4学时不计；还差4学时。");

    [Fact]
    public async Task Should_say_what_is_not_mental_health_training() =>
        (await OfAsync(DutyKind.SubjectTeacher, Entry(1, 3), Entry(2, 12, mentalHealth: false))).ShouldContain(
            "已认定3学时，全部计入；另有12学时不是心理健康教育培训，不计；还差2学时。"
        );

    [Fact]
    public async Task Should_tell_a_new_teacher_until_when_hours_are_made_up()
    {
        var facts = Facts(
            [Holds(DutyKind.NewTeacher, new DateOnly(2025, 9, 1))],
            Entry(1, 2, preService: true, on: new DateOnly(2025, 8, 20), schoolYear: 2024),
            Entry(2, 3, preService: true, on: new DateOnly(2026, 2, 1)),
            Entry(3, 9)
        );
        (await OfAsync(Policy, facts, DutyKind.NewTeacher)).ShouldBe(
            "按测试文件，新入职教师上岗前须完成5学时岗前培训，最迟到上岗后的12月31日补训；已认定2学时，全部计入；有3学时晚于补训截止日，不计；还差3学时。"
        );
        var made = Facts(facts.Duties, Entry(1, 5, preService: true, on: new DateOnly(2025, 11, 1)));
        (await OfAsync(Policy, made, DutyKind.NewTeacher)).ShouldEndWith("上岗后已补训，达标。");
    }

    [Fact]
    public async Task Should_say_that_a_duty_is_exempt()
    {
        var exemption = new Exemption
        {
            Id = "e",
            TeacherId = "teacher",
            SchoolYear = Year.Id,
            Kind = "maternity",
            Reason = "产假",
            DecidedBy = "县",
            DecidedAt = DateTime.UtcNow,
        };
        var facts = new TeacherFacts([Holds(DutyKind.ClassTeacher)], [], [exemption]);
        (await OfAsync(Policy, facts, DutyKind.ClassTeacher)).ShouldEndWith("；本学年已准予免修。");
    }

    [Fact]
    public async Task Should_say_of_every_line_why_it_counts_as_it_does()
    {
        var standing = Reckon(
            Facts(
                [Holds(DutyKind.ClassTeacher)],
                Entry(1, 1),
                Entry(2, 9, "online"),
                Entry(3, 2, mentalHealth: false),
                Entry(4, 1, "award", achievement: "课"),
                Entry(5, 2, "award", achievement: "课")
            )
        );
        var duty = standing.Of(DutyKind.ClassTeacher)!;
        var sentences = await SentencesAsync();
        duty.Lines.Select(line => sentences.Why(line, duty, Policy))
            .ShouldBe(["全部计入", "网络研修每学年最多计8学时", "不是心理健康教育培训，不计入", "同一成果已计更高的一项", "全部计入"]);
    }

    private static Task<string> OfAsync(DutyKind duty, params LedgerEntry[] entries) =>
        OfAsync(Policy, Facts([Holds(duty)], entries), duty);

    private static async Task<string> OfAsync(RuleSet rules, TeacherFacts facts, DutyKind duty) =>
        (await SentencesAsync()).Of(Reckoning.Reckon(rules, Year, facts).Of(duty)!, rules);

    private static async Task<StandingSentences> SentencesAsync() =>
        new((await TestSite.OnAsync(DatabaseProvider.Sqlite)).Services.GetRequiredService<IStringLocalizer>());
}
