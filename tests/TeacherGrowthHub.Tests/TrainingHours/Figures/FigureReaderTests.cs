using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Figures;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.Tests.TrainingHours.Figures;

public sealed class FigureReaderTests
{
    private const StandingState Met = StandingState.Met;
    private const StandingState Missing = StandingState.Missing;
    private const StandingState Exempt = StandingState.Exempt;

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_count_a_person_of_two_duties_once_and_under_both(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 10, Met), (DutyKind.SubjectTeacher, 5, Met)]);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 6, Missing), (DutyKind.SubjectTeacher, 5, Met)]);
        var total = (await stage.BoardAsync()).Total;
        (total.Asked, total.Attained, total.Rate).ShouldBe((2, 1, 50));
        total
            .Duties.Select(duty => (duty.Duty, duty.Attained, duty.Missing))
            .ShouldBe([(DutyKind.ClassTeacher, 1, 1), (DutyKind.SubjectTeacher, 2, 0)]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_persons_and_person_times_apart(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        await stage.PersonAsync([(DutyKind.SubjectTeacher, 9, Met)], subject: true, activities: 3);
        await stage.PersonAsync([(DutyKind.SubjectTeacher, 0, Missing)], subject: true);
        await stage.PersonAsync([(DutyKind.Backbone, 9, Missing)], activities: 4);
        var total = (await stage.BoardAsync()).Total;
        (total.Participants, total.Subject, total.ParticipationRate, total.PersonTimes).ShouldBe((1, 2, 50, 7));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_leave_the_exempt_out_of_every_denominator(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 0, Exempt)]);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 0, Exempt), (DutyKind.SubjectTeacher, 1, Missing)]);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 12, Met)]);
        var total = (await stage.BoardAsync()).Total;
        (total.Asked, total.Attained).ShouldBe((2, 1));
        var duty = total.Duties.Single(duty => duty.Duty == DutyKind.ClassTeacher);
        (duty.Asked, duty.Attained, duty.Exempt, duty.Rate).ShouldBe((1, 1, 2, 100));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_count_who_is_exempt_from_everything_as_asked_for_nothing(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        await stage.Site.InScopeAsync(async services =>
        {
            services
                .GetRequiredService<HubDbContext>()
                .Add(
                    new Exemption
                    {
                        Id = TeacherGrowthHub.Kernel.Ids.HubId.New(TimeProvider.System),
                        TeacherId = stage.TeacherId,
                        SchoolYear = HoursStage.Year,
                        Kind = "maternity",
                        Reason = "产假",
                        DecidedBy = "县",
                        DecidedAt = DateTime.UtcNow,
                    }
                );
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a"), stage.Posting(3, "b"));
        var row = await stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<TeacherYear>()
                .SingleAsync(row => row.TeacherId == stage.TeacherId && row.SchoolYear == HoursStage.Year)
        );
        (row.Duties, row.Activities).ShouldBe((0, 2));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_call_at_risk_who_has_less_than_the_elapsed_days_ask_for(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        var year = await stage.PresentYearAsync();
        var (days, elapsed) = YearProgress.Of(year.Year, year.Today);
        var enough = (1000 * elapsed + days - 1) / days / 100m;
        await stage.PersonAsync([(DutyKind.ClassTeacher, enough, Missing)], year: year.Year.Id);
        await stage.PersonAsync([(DutyKind.ClassTeacher, enough - 0.01m, Missing)], year: year.Year.Id);
        var duty = (await stage.BoardAsync(year: year.Year.Id)).Total.Duties.Single();
        (duty.AtRisk, duty.OnTrack, duty.Missing).ShouldBe((1, 1, 2));
    }

    [Theory]
    [InlineData("2025-08-31", 0)]
    [InlineData("2025-09-01", 1)]
    [InlineData("2026-08-31", 365)]
    [InlineData("2027-01-01", 365)]
    public void Should_count_the_days_of_a_year_that_have_come(string today, int elapsed) =>
        YearProgress.Of(Rules.Year, DateOnly.Parse(today)).ShouldBe(new YearProgress(365, elapsed));

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_call_everybody_behind_once_the_year_is_over(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 9.99m, Missing)]);
        var duty = (await stage.BoardAsync()).Total.Duties.Single();
        (duty.AtRisk, duty.OnTrack).ShouldBe((1, 0));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_add_up_lines_to_their_total_with_the_people_of_the_bureau_itself(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        await stage.PersonAsync([(DutyKind.SubjectTeacher, 5, Met)]);
        await stage.PersonAsync([(DutyKind.Backbone, 1, Missing)], school: stage.County);
        var board = await stage.BoardAsync();
        board.Below.Select(row => (row.Organization.Path, row.IsOwn)).ShouldBe([(stage.School.Path, false), (stage.County.Path, true)]);
        board.Below.Sum(row => row.Counts.Asked).ShouldBe(board.Total.Asked);
        board.Ranking[0].IsOwn.ShouldBeTrue();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_no_other_county_to_an_officer_of_a_county(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        var other = await FigureStage.SetAsync(provider);
        await other.PersonAsync([(DutyKind.ClassTeacher, 1, Missing)]);
        foreach (var path in new[] { "baoshan/", other.County.Path, other.School.Path, "nowhere/" })
            (await Should.ThrowAsync<RefusedException>(() => stage.BoardAsync(path))).Kind.ShouldBe(RefusalKind.NotFound);
        var own = await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<FigureReader>().OfAsync(null, FigureStage.Year, null, stage.Officer)
        );
        (own.Organization.Path, own.Above.Count, own.Total.Asked).ShouldBe((stage.County.Path, 0, 0));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_move_the_figures_with_a_school_that_moves_to_another_county(DatabaseProvider provider)
    {
        var (from, to) = (await FigureStage.SetAsync(provider), await FigureStage.SetAsync(provider));
        await from.GiveAsync(await from.TeacherAsync(), DutyKind.ClassTeacher);
        (await from.BoardAsync()).Total.Asked.ShouldBe(1);
        await from.Site.InScopeAsync(services => services.GetRequiredService<FigureSnapshots>().RunAsync(CancellationToken.None));
        await from.Site.InScopeAsync(services =>
            services
                .GetRequiredService<OrganizationMoves>()
                .MoveAsync(from.School.Id, to.County.Id, null, new OrganizationAct(new DateOnly(2026, 9, 1), "测试文件"), HubUser.System)
        );
        await from.Site.SettleAsync();
        (await from.BoardAsync()).Total.Asked.ShouldBe(0);
        (await to.BoardAsync()).Total.Asked.ShouldBe(1);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_count_legal_person_schools_with_a_full_time_teacher(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        var cast = new Cast(stage.Site);
        var second = await cast.SchoolAsync(stage.County.Path);
        var point = await cast.SchoolAsync(stage.County.Path);
        var teacher = await stage.TeacherAsync();
        await stage.Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            await database
                .Set<Organization>()
                .Where(school => school.Id == point.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(school => school.IsLegalPerson, false));
        });
        await stage.GiveAsync(teacher, DutyKind.FullTimePsych);
        var board = await stage.BoardAsync();
        (board.Staffing.Staffed, board.Staffing.Schools).ShouldBe((1, 2));
        board.Below.Single(row => row.Organization.Id == second.Id).Staffing.ShouldBe(new StaffingFigures(0, 1));
        board.Unconfirmed.Select(school => school.Id).ShouldBe([stage.School.Id, second.Id], ignoreOrder: true);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_keep_a_month_once_however_often_the_night_comes(DatabaseProvider provider)
    {
        var stage = await FigureStage.SetAsync(provider);
        await stage.PersonAsync([(DutyKind.ClassTeacher, 10, Met)], subject: true, activities: 1);
        await Task.WhenAll(NightAsync(), NightAsync());
        await NightAsync();
        var rows = await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<FigureSnapshot>().Where(row => row.Path == stage.County.Path).ToListAsync()
        );
        var row = rows.ShouldHaveSingleItem();
        (row.Month, row.Asked, row.Attained, row.Subject, row.Participants).ShouldBe((new DateOnly(2026, 8, 1), 1, 1, 1, 1));
        var years = (await stage.BoardAsync()).Trend.Years;
        years[^1].ShouldBe(new YearPoint(FigureStage.Year, 100, 100));

        Task NightAsync() =>
            stage.Site.InScopeAsync(services => services.GetRequiredService<FigureSnapshots>().RunAsync(CancellationToken.None));
    }
}
