using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class HourLedgerTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_chain_the_lines_of_a_teacher_and_keep_the_balance_with_them(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        (await stage.BalanceAsync(DutyKind.ClassTeacher))!.MissingHundredths.ShouldBe(1000);
        await stage.CertifyAsync(stage.County, stage.Posting(4, "a"), stage.Posting(2.5m, "b"));
        var lines = await stage.EntriesAsync();
        lines.Select(line => line.Sequence).ShouldBe([1, 2]);
        lines[0].Hash.ShouldBe(LedgerHash.Of(lines[0], []));
        lines[1].Hash.ShouldBe(LedgerHash.Of(lines[1], lines[0].Hash));
        var balance = (await stage.BalanceAsync(DutyKind.ClassTeacher))!;
        (balance.CountedHundredths, balance.MissingHundredths, balance.State).ShouldBe((650, 350, StandingState.Missing));
        balance.ByKind.ShouldBe("""{"face-to-face":650}""");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_a_line_back_by_a_further_line(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.SubjectTeacher);
        var line = (await stage.CertifyAsync(stage.County, stage.Posting(5, "a"))).Single();
        (await stage.BalanceAsync(DutyKind.SubjectTeacher))!.State.ShouldBe(StandingState.Met);
        await stage.ReverseAsync(stage.County, line);
        var lines = await stage.EntriesAsync();
        (lines[1].ReversesSequence, lines[1].CountedHundredths, lines[1].Reason).ShouldBe((1, -500, "重复"));
        (await stage.BalanceAsync(DutyKind.SubjectTeacher))!.CountedHundredths.ShouldBe(0);
        (await HoursStage.RefusedAsync(() => stage.ReverseAsync(stage.County, line))).Kind.ShouldBe(RefusalKind.Conflict);
        await stage.CertifyAsync(stage.County, stage.Posting(5, "a"));
        (await stage.EntriesAsync()).Count.ShouldBe(3);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_refuse_a_second_certification_of_the_same_training(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider);
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a"));
        (await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.City, stage.Posting(2, "a")))).Kind.ShouldBe(RefusalKind.Conflict);
        await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.City, stage.Posting(1, "b"), stage.Posting(1, "b")));
        (await stage.EntriesAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_never_let_an_officer_certify_or_reverse_own_hours()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite);
        var own = stage.Posting(2, "a", stage.County.TeacherId) with { Path = "baoshan/longyang/" };
        (await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.County, own))).Kind.ShouldBe(RefusalKind.Forbidden);
        var line = (await stage.CertifyAsync(stage.City, own)).Single();
        (await HoursStage.RefusedAsync(() => stage.ReverseAsync(stage.County, line))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task Should_refuse_teachers_outside_the_scope()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite);
        var elsewhere = await HoursStage.OrganizationAsync(stage.Site, "baoshan/shidian/");
        var other = await new Cast(stage.Site).TeacherAsync(elsewhere, "TrainingOfficer");
        (await HoursStage.RefusedAsync(() => stage.CertifyAsync(other, stage.Posting(2, "a")))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.Teacher, stage.Posting(2, "a")))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        (await stage.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_refuse_more_than_the_evidence_says_and_nothing_at_all()
    {
        var stage = await HoursStage.SetAsync(DatabaseProvider.Sqlite);
        await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.County, stage.Posting(2, "a") with { Counted = new Hours(201) }));
        await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.County, stage.Posting(2, "a") with { Counted = Hours.Zero }));
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a") with { Counted = new Hours(150) });
        (await stage.EntriesAsync()).Single().RawHundredths.ShouldBe(200);
    }

    [Fact]
    public async Task Should_ask_the_city_for_a_reason_once_the_year_is_closed()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        var stage = await HoursStage.SetAsync(site);
        var administrator = await new Cast(site).TeacherAsync(await HoursStage.OrganizationAsync(site, "baoshan/"), "CityAdministrator");
        var both = stage.City with { Grants = [.. stage.City.Grants, .. administrator.Grants] };
        await site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(
                new YearClosing
                {
                    SchoolYear = HoursStage.Year,
                    ClosedAt = DateTime.UtcNow,
                    ClosedBy = "市管理员",
                }
            );
            await database.SaveChangesAsync();
        });
        (await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.County, stage.Posting(2, "a")))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await HoursStage.RefusedAsync(() => stage.CertifyAsync(both, stage.Posting(2, "a")))).Field.ShouldBe("Reason");
        await stage.CertifyAsync(both, stage.Posting(2, "a") with { Reason = "材料迟到" });
        (await stage.EntriesAsync()).Single().Reason.ShouldBe("材料迟到");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_write_nothing_when_one_of_many_is_refused(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.ClassTeacher);
        await stage.CertifyAsync(stage.County, stage.Posting(2, "a"));
        await HoursStage.RefusedAsync(() => stage.CertifyAsync(stage.County, stage.Posting(2, "b"), stage.Posting(2, "a")));
        (await stage.EntriesAsync()).Count.ShouldBe(1);
        (await stage.BalanceAsync(DutyKind.ClassTeacher))!.CountedHundredths.ShouldBe(200);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_follow_a_change_of_duty(DatabaseProvider provider)
    {
        var stage = await HoursStage.SetAsync(provider, DutyKind.SubjectTeacher);
        await stage.CertifyAsync(stage.County, stage.Posting(5, "a"));
        await stage.GiveAsync(stage.Teacher, DutyKind.Backbone);
        (await stage.BalanceAsync(DutyKind.Backbone))!.MissingHundredths.ShouldBe(3500);
        var year = await stage.Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<TeacherYear>()
                .SingleAsync(row => row.TeacherId == stage.TeacherId && row.SchoolYear == HoursStage.Year)
        );
        (year.Duties, year.IsAttained, year.IsSubjectInPost, year.HasMentalHealth).ShouldBe((2, false, true, true));
    }
}
