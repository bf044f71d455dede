using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Requests;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class RequestTests
{
    private static readonly RequestForm Exemption = new(
        RequestKind.Exemption,
        HoursStage.Year,
        new DateOnly(2026, 1, 5),
        new DateOnly(2026, 6, 30),
        "maternity",
        DutyKind.ClassTeacher,
        null,
        null,
        null,
        false,
        "产假"
    );

    private static readonly RequestForm Incoming = new(
        RequestKind.Incoming,
        HoursStage.Year,
        new DateOnly(2025, 11, 1),
        null,
        null,
        null,
        "face-to-face",
        "外市培训",
        6,
        true,
        "从外市调入"
    );

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_waive_a_duty_once_the_county_has_granted_it_and_ask_again_once_taken_back(DatabaseProvider provider)
    {
        var stage = await ClaimStage.SetAsync(provider, DutyKind.ClassTeacher);
        var request = await AskAsync(stage, Exemption);
        request.WaitingPath.ShouldBe("baoshan/longyang/");
        (await HoursStage.RefusedAsync(() => DecideAsync(stage, request.Id, stage.County, " "))).Field.ShouldBe("Reason");
        await DecideAsync(stage, request.Id, stage.County);
        (await stage.Hours.BalanceAsync(DutyKind.ClassTeacher))!.State.ShouldBe(StandingState.Exempt);
        (await HoursStage.RefusedAsync(() => DecideAsync(stage, request.Id, stage.City))).Kind.ShouldBe(RefusalKind.Conflict);
        await stage.DoAsync<RequestDecisions>(decisions => decisions.TakeBackAsync(request.Id, "材料不实", stage.County));
        (await stage.Hours.BalanceAsync(DutyKind.ClassTeacher))!.State.ShouldBe(StandingState.Missing);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_put_hours_from_another_region_into_the_ledger_and_out_again(DatabaseProvider provider)
    {
        var stage = await ClaimStage.SetAsync(provider, DutyKind.SubjectTeacher);
        var request = await AskAsync(stage, Incoming);
        await DecideAsync(stage, request.Id, stage.County);
        (await stage.Hours.BalanceAsync(DutyKind.SubjectTeacher))!.State.ShouldBe(StandingState.Met);
        await stage.DoAsync<RequestDecisions>(decisions => decisions.TakeBackAsync(request.Id, "重复", stage.County));
        (await stage.Hours.EntriesAsync()).Select(line => line.CountedHundredths).ShouldBe([600, -600]);
    }

    [Fact]
    public async Task Should_count_made_up_hours_for_the_year_they_repair()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.Hours.GiveAsync(stage.Teacher, DutyKind.NewTeacher);
        var form = Incoming with { Kind = RequestKind.MakeUp, ActivityKind = "pre-service", From = new DateOnly(2025, 11, 20) };
        await DecideAsync(stage, (await AskAsync(stage, form)).Id, stage.County);
        (await stage.Hours.EntriesAsync()).Single().IsPreService.ShouldBeTrue();
        (await stage.Hours.BalanceAsync(DutyKind.NewTeacher))!.State.ShouldBe(StandingState.MadeUp);
    }

    [Fact]
    public async Task Should_refuse_what_breaks_a_rule_and_those_who_may_not_decide()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        await RefusesAsync(Exemption with { ExemptionKind = "nothing" }, "ExemptionKind");
        await RefusesAsync(Exemption with { From = new DateOnly(2024, 1, 1), To = new DateOnly(2024, 2, 1) }, "From");
        await RefusesAsync(Exemption with { Reason = "" }, "Reason");
        await RefusesAsync(Incoming with { ActivityKind = "award" }, "ActivityKind");
        await RefusesAsync(Incoming with { Hours = 0 }, "Hours");
        await RefusesAsync(Incoming with { From = new DateOnly(2024, 1, 1) }, "To");
        var noFile = await HoursStage.RefusedAsync(() =>
            stage.DoAsync<HourRequests>(requests => requests.SubmitAsync(Exemption, null, stage.Teacher))
        );
        noFile.Field.ShouldBe("Evidence");
        var request = await AskAsync(stage, Exemption);
        var elsewhere = await new Cast(stage.Site).TeacherAsync(
            await HoursStage.OrganizationAsync(stage.Site, "baoshan/tengchong/"),
            "TrainingOfficer"
        );
        (await HoursStage.RefusedAsync(() => DecideAsync(stage, request.Id, elsewhere))).Kind.ShouldBe(RefusalKind.NotFound);
        (await HoursStage.RefusedAsync(() => DecideAsync(stage, request.Id, stage.Checker))).Kind.ShouldBe(RefusalKind.NotFound);
        var own = await stage.AskAsync<HourRequests, HourRequest>(requests =>
            requests.SubmitAsync(Exemption, ClaimStage.Picture(), stage.County)
        );
        (await HoursStage.RefusedAsync(() => DecideAsync(stage, own.Id, stage.County))).Kind.ShouldBe(RefusalKind.Forbidden);

        async Task RefusesAsync(RequestForm form, string field) =>
            (await HoursStage.RefusedAsync(() => AskAsync(stage, form))).Field.ShouldBe(field);
    }

    [Fact]
    public async Task Should_be_withdrawn_by_its_teacher_only_and_while_it_waits()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var request = await AskAsync(stage, Exemption);
        await HoursStage.RefusedAsync(() => stage.DoAsync<HourRequests>(requests => requests.WithdrawAsync(request.Id, stage.County)));
        await stage.DoAsync<HourRequests>(requests => requests.WithdrawAsync(request.Id, stage.Teacher));
        await HoursStage.RefusedAsync(() => DecideAsync(stage, request.Id, stage.County));
        await stage.Site.InScopeAsync(async services =>
            (
                await services
                    .GetRequiredService<HubDbContext>()
                    .Set<TeacherGrowthHub.TrainingHours.Domain.Balances.Exemption>()
                    .CountAsync(row => row.TeacherId == stage.Teacher.TeacherId)
            ).ShouldBe(0)
        );
    }

    private static Task<HourRequest> AskAsync(ClaimStage stage, RequestForm form) =>
        stage.AskAsync<HourRequests, HourRequest>(requests => requests.SubmitAsync(form, ClaimStage.Picture(), stage.Teacher));

    private static Task DecideAsync(ClaimStage stage, string id, HubUser user, string reason = "情况属实") =>
        stage.DoAsync<RequestDecisions>(decisions => decisions.DecideAsync(id, grant: true, reason, user));
}
