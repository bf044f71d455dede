using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Services.Figures;
using TeacherGrowthHub.TrainingHours.Services.Reminders;

namespace TeacherGrowthHub.Tests.TrainingHours.Figures;

public sealed class FigureListTests
{
    private const StandingState Met = StandingState.Met;
    private const StandingState Missing = StandingState.Missing;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_list_each_person_once_by_duty_and_standing(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        var both = await stage.PersonAsync([(DutyKind.ClassTeacher, 6, Missing), (DutyKind.SubjectTeacher, 1, Missing)]);
        var one = await stage.PersonAsync([(DutyKind.ClassTeacher, 12, Met), (DutyKind.SubjectTeacher, 1, Missing)]);
        await stage.PersonAsync([(DutyKind.SubjectTeacher, 0, StandingState.Exempt)]);
        (await IdsAsync(stage, null, ListedState.Missing)).ShouldBe([both.TeacherId!, one.TeacherId!], ignoreOrder: true);
        (await IdsAsync(stage, DutyKind.ClassTeacher, ListedState.Missing)).ShouldBe([both.TeacherId!]);
        (await IdsAsync(stage, null, ListedState.AtRisk)).Count.ShouldBe(2);
        (await IdsAsync(stage, null, ListedState.Attained)).ShouldBe([one.TeacherId!]);
        (await IdsAsync(stage, null, ListedState.Exempt)).Count.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_remind_everybody_by_one_message_for_all_duties_once_a_day(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        var both = await stage.PersonAsync([(DutyKind.ClassTeacher, 6, Missing), (DutyKind.SubjectTeacher, 1, Missing)]);
        var met = await stage.PersonAsync([(DutyKind.ClassTeacher, 10, Met)]);
        (await RemindAsync(stage, null)).ShouldBe(new Reminded(1, 0));
        (await RemindAsync(stage, [both.TeacherId!])).ShouldBe(new Reminded(0, 0));
        var note = (await NotesAsync(stage, both.AccountId!)).ShouldHaveSingleItem();
        (note.Arguments[0], note.Link).ShouldBe(("班主任差4学时、学科教师差4学时", "/my/hours"));
        (await NotesAsync(stage, met.AccountId!)).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_remind_nobody_outside_the_scope_or_the_list(DatabaseProvider provider)
    {
        var (stage, other) = (await FigureStage.SetAsync(provider), await FigureStage.SetAsync(provider));
        var foreign = await other.PersonAsync([(DutyKind.ClassTeacher, 6, Missing)]);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 6, Missing)]);
        await Should.ThrowAsync<RefusedException>(() => RemindAsync(stage, [foreign.TeacherId!]));
        var elsewhere = FilterOf(other, null, ListedState.Missing);
        var refusal = await Should.ThrowAsync<RefusedException>(() =>
            stage.Site.InScopeAsync(services => services.GetRequiredService<HandReminders>().SendAsync(stage.Officer, elsewhere, null))
        );
        refusal.Kind.ShouldBe(RefusalKind.NotFound);
        (await NotesAsync(stage, foreign.AccountId!)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_give_the_list_as_a_text_and_say_where_no_robot_is()
    {
        var stage = await FigureStage.SetAsync(DatabaseProvider.Sqlite);
        var year = (await stage.PresentYearAsync()).Year.Id;
        var person = await stage.PersonAsync([(DutyKind.ClassTeacher, 6.5m, Missing), (DutyKind.Backbone, 1, Missing)], year: year);
        using var officer = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Officer));
        var page = await officer.PageAsync("/figures/missing?duty=ClassTeacher");
        page.QuerySelector("#copied")!
            .TextContent.ShouldBe($"{year}—{year + 1}学年还差学时的教师：\n{stage.School.Name}：{person.Name}（班主任差3.5学时）");
        page.QuerySelectorAll("input[name=teacher]").Length.ShouldBe(1);
        var answer = await officer.SubmitAsync("/figures/missing?duty=ClassTeacher", [], "Robot");
        (await Visitor.ParseAsync(answer)).QuerySelector("#problems")!.TextContent.ShouldContain("还没有添加群机器人");
        await officer.SubmitAsync("/figures/missing?duty=ClassTeacher", new() { ["teacher"] = person.TeacherId! }, "Remind");
        (await NotesAsync(stage, person.AccountId!)).ShouldHaveSingleItem().Arguments[0].ShouldBe("班主任差3.5学时");
    }

    private static Task<List<string>> IdsAsync(FigureStage stage, DutyKind? duty, ListedState state) =>
        stage.Site.InScopeAsync(async services =>
            await services.GetRequiredService<FigureLists>().IdsAsync(FilterOf(stage, duty, state), 100)
        );

    private static FigureFilter FilterOf(FigureStage stage, DutyKind? duty, ListedState state) =>
        new FigureFilter(stage.County.Path, Rules.Year, duty, state);

    private static Task<Reminded> RemindAsync(FigureStage stage, IReadOnlyCollection<string>? chosen) =>
        stage.Site.InScopeAsync(async services =>
            await services.GetRequiredService<HandReminders>().SendAsync(stage.Officer, FilterOf(stage, null, ListedState.Missing), chosen)
        );

    private static Task<List<Notification>> NotesAsync(FigureStage stage, string account) =>
        stage.Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Notification>().Where(note => note.AccountId == account).ToListAsync()
        );
}
