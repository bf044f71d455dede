using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class ClaimTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_go_from_teacher_to_school_to_county_and_into_the_ledger(DatabaseProvider provider)
    {
        var stage = await ClaimStage.SetAsync(provider, DutyKind.SubjectTeacher);
        var id = await stage.FileAsync(stage.Form("危机识别工作坊"));
        var claim = await stage.ClaimAsync(id);
        (claim.State, claim.Level, claim.WaitingPath).ShouldBe((ClaimState.Waiting, ClaimLevel.School, stage.Hours.School.Path));
        await stage.PassOnAsync(id);
        (await stage.ClaimAsync(id)).WaitingPath.ShouldBe("baoshan/longyang/");
        var selection = await stage.CertifyAsync(stage.County, id);
        selection.LeftOut.ShouldBeEmpty();
        claim = await stage.ClaimAsync(id);
        (claim.State, claim.LedgerSequence, claim.WaitingPath).ShouldBe((ClaimState.Certified, 1, ""));
        (await stage.Hours.EntriesAsync()).Single().Source.ShouldBe("claim:" + id);
        (await stage.StepsAsync(id)).ShouldBe([ClaimAct.Submitted, ClaimAct.PassedOn, ClaimAct.Certified]);
    }

    [Fact]
    public async Task Should_pass_over_a_school_where_nobody_checks()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(stage.Site);
        var teacher = await cast.TeacherAsync(await cast.SchoolAsync());
        var id = await stage.FileAsync(stage.Form("培训"), teacher: teacher);
        (await stage.ClaimAsync(id)).Level.ShouldBe(ClaimLevel.County);
    }

    [Theory]
    [InlineData(ClaimLevel.School, "baoshan/longyang/yunxiu/", "baoshan/longyang/yunxiu/")]
    [InlineData(ClaimLevel.County, "baoshan/longyang/yunxiu/", "baoshan/longyang/")]
    [InlineData(ClaimLevel.City, "baoshan/longyang/yunxiu/", "baoshan/")]
    [InlineData(ClaimLevel.County, "baoshan/shiyi/", "baoshan/")]
    public void Should_let_the_city_act_for_a_city_run_school(ClaimLevel level, string school, string acting) =>
        ClaimChain.ActingAt(level, school).ShouldBe(acting);

    [Fact]
    public async Task Should_refuse_what_breaks_a_rule_beside_its_field_and_write_nothing()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var form = stage.Form("培训");
        await RefusesAsync(form with { Kind = "nothing" }, "Kind");
        await RefusesAsync(form with { Kind = "award" }, "Grade");
        await RefusesAsync(form with { Title = " " }, "Title");
        await RefusesAsync(form with { From = null }, "From");
        await RefusesAsync(form with { To = stage.Day.AddDays(-1) }, "To");
        await RefusesAsync(form with { From = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2) }, "To");
        await RefusesAsync(form with { Hours = 0 }, "Hours");
        await RefusesAsync(form with { Hours = 1.234m }, "Hours");
        await RefusesAsync(form with { Hours = 12.5m }, "Hours");
        (
            await stage.AskAsync<ClaimQueue, ClaimPage>(queue =>
                queue.PageAsync(new ClaimFilter(WithLower: true, Path: stage.Hours.School.Path), 1, stage.County)
            )
        ).Total.ShouldBe(0);

        async Task RefusesAsync(ClaimForm wrong, string field) =>
            (await HoursStage.RefusedAsync(() => stage.FileAsync(wrong))).Field.ShouldBe(field);
    }

    [Fact]
    public async Task Should_ask_for_evidence_by_content()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var filing = await HoursStage.RefusedAsync(() =>
            stage.AskAsync<ClaimFiling, string>(service =>
                service.FileAsync(null, stage.Teacher.TeacherId, stage.Form("培训"), [], submit: true, stage.Teacher)
            )
        );
        filing.Field.ShouldBe("Evidence");
        var disguised = new SentFile("证书.png", new MemoryStream("MZ this is a program"u8.ToArray()));
        (await HoursStage.RefusedAsync(() => stage.FileAsync(stage.Form("培训"), file: disguised))).Field.ShouldBe("Evidence");
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_come_back_with_a_reason_and_be_submitted_again(DatabaseProvider provider)
    {
        var stage = await ClaimStage.SetAsync(provider);
        var id = await stage.FileAsync(stage.Form("培训"));
        (await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimDecisions>(d => d.ReturnAsync(id, " ", stage.Checker)))).Field.ShouldBe(
            "Reason"
        );
        await stage.DoAsync<ClaimDecisions>(decisions => decisions.ReturnAsync(id, "看不清", stage.Checker));
        (await stage.ClaimAsync(id)).Reason.ShouldBe("看不清");
        await stage.FileAsync(stage.Form("培训", 2), id: id);
        var claim = await stage.ClaimAsync(id);
        (claim.State, claim.RawHundredths).ShouldBe((ClaimState.Waiting, 200));
    }

    [Fact]
    public async Task Should_be_reconsidered_once_and_in_time()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.AtCountyAsync("培训");
        await stage.DoAsync<ClaimDecisions>(decisions => decisions.RefuseAsync(id, "不在认定范围", stage.County));
        var refused = await stage.ClaimAsync(id);
        refused.ReconsiderUntil.ShouldBe(DateOnly.FromDateTime(refused.DecidedAt!.Value.AddHours(8)).AddDays(10));
        await stage.DoAsync<ClaimWriting>(writing => writing.ReconsiderAsync(id, "有县里的通知", stage.Teacher));
        (await stage.ClaimAsync(id)).Level.ShouldBe(ClaimLevel.County);
        await stage.DoAsync<ClaimDecisions>(decisions => decisions.RefuseAsync(id, "仍不在范围", stage.County));
        await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimWriting>(writing => writing.ReconsiderAsync(id, "再看看", stage.Teacher)));
    }

    [Fact]
    public void Should_refuse_a_reconsideration_after_its_last_day()
    {
        var claim = Waiting();
        claim.Refuse(DateTime.UtcNow, new DateOnly(2026, 3, 1), "不在范围", Rules.Policy);
        Should.Throw<RefusedException>(() => claim.Reconsider(Rules.Policy.Kinds[0], DateTime.UtcNow, new DateOnly(2026, 3, 12)));
        claim.Reconsider(Rules.Policy.Kinds[0], DateTime.UtcNow, new DateOnly(2026, 3, 11));
        claim.State.ShouldBe(ClaimState.Waiting);
    }

    [Theory]
    [InlineData("2026-10-31", false)]
    [InlineData("2026-11-01", true)]
    public void Should_take_trainings_of_the_past_school_year_until_the_end_of_october(string today, bool isLate) =>
        ClaimForm.IsLate(Rules.Year, Rules.Policy, DateOnly.Parse(today)).ShouldBe(isLate);

    [Fact]
    public void Should_send_what_comes_late_to_the_city_with_its_reason()
    {
        var form = new ClaimForm("face-to-face", "暑期培训", null, new DateOnly(2026, 7, 20), null, 6, true, false);
        var claim = Waiting();
        Should
            .Throw<RefusedException>(() => form.Fill(claim, Rules.Year, Rules.Policy, new DateOnly(2026, 12, 1)))
            .Field.ShouldBe("LateReason");
        (form with { LateReason = "证书才发" }).Fill(claim, Rules.Year, Rules.Policy, new DateOnly(2026, 12, 1));
        claim.StepsOf(Rules.Policy.Kinds[0])[^1].ShouldBe(ClaimLevel.City);
        form.Fill(claim, Rules.Year, Rules.Policy, new DateOnly(2026, 10, 31));
        claim.StepsOf(Rules.Policy.Kinds[0])[^1].ShouldBe(ClaimLevel.County);
    }

    [Fact]
    public void Should_take_the_hours_of_an_achievement_from_the_rules()
    {
        var claim = Waiting();
        var form = new ClaimForm("award", null, null, new DateOnly(2026, 5, 1), null, 99, true, false, "《静心》课例", "city");
        form.Fill(claim, Rules.Year, Rules.Policy, new DateOnly(2026, 6, 1));
        (claim.RawHundredths, claim.Title, claim.ActivityKey).ShouldBe((600, "《静心》课例（市级一等奖）", "award:city:静心课例"));
    }

    [Fact]
    public async Task Should_find_repeats_overlaps_and_evidence_that_was_used_before()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var bytes = ((MemoryStream)ClaimStage.Picture().Content).ToArray();
        var other = await new Cast(stage.Site).TeacherAsync(stage.Hours.School);
        var first = await stage.FileAsync(stage.Form("危机识别"), teacher: other, file: new SentFile("a.png", new MemoryStream(bytes)));
        var own = await stage.FileAsync(stage.Form("情绪调适"));
        var claim = await stage.FileAsync(stage.Form("危机 识别"), file: new SentFile("b.png", new MemoryStream(bytes)));
        var findings = await stage.FindingsAsync(claim);
        findings
            .Select(finding => finding.Kind)
            .ShouldBe([FindingKind.EvidenceUsedBefore, FindingKind.OverlappingTime, FindingKind.AlsoClaimedByOthers]);
        findings[0].OtherClaimId.ShouldBe(first);
        findings[1].OtherClaimId.ShouldBe(own);
        (await stage.FindingsAsync(own)).ShouldAllBe(finding => finding.Kind == FindingKind.OverlappingTime);
    }

    [Fact]
    public async Task Should_refuse_the_same_activity_twice_however_it_is_typed()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.FileAsync(stage.Form("《危机识别》 培训"));
        (await HoursStage.RefusedAsync(() => stage.FileAsync(stage.Form("危机识别培训")))).Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public async Task Should_show_claim_and_evidence_to_nobody_else()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.FileAsync(stage.Form("培训"));
        var cast = new Cast(stage.Site);
        var stranger = await cast.TeacherAsync(stage.Hours.School);
        var elsewhere = await cast.TeacherAsync(await HoursStage.OrganizationAsync(stage.Site, "baoshan/tengchong/"), "TrainingOfficer");
        var evidence = (await stage.AskAsync<EvidenceStore, IReadOnlyList<ClaimEvidence>>(store => store.OfAsync(id))).Single();
        foreach (var user in new[] { stranger, elsewhere })
        {
            (await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimLoader>(loader => loader.ReadableAsync(id, user)))).Kind.ShouldBe(
                RefusalKind.NotFound
            );
            (
                await HoursStage.RefusedAsync(() => stage.DoAsync<EvidenceStore>(store => store.OpenAsync(id, evidence.Id, user)))
            ).Kind.ShouldBe(RefusalKind.NotFound);
        }
        (await stage.AskAsync<EvidenceStore, OpenedEvidence>(store => store.OpenAsync(id, evidence.Id, stage.County))).Content.Dispose();
    }

    [Fact]
    public async Task Should_keep_a_draft_from_officers()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.FileAsync(stage.Form("草稿"), submit: false);
        (await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimLoader>(loader => loader.ReadableAsync(id, stage.County)))).Kind.ShouldBe(
            RefusalKind.NotFound
        );
    }

    private static Claim Waiting() =>
        new()
        {
            Id = "claim",
            TeacherId = "teacher",
            Path = "baoshan/longyang/yunxiu/",
            SchoolYear = 2025,
            Kind = "face-to-face",
            Title = "培训",
            From = new DateOnly(2026, 1, 1),
            To = new DateOnly(2026, 1, 1),
            RawHundredths = 100,
            GrantedHundredths = 100,
            ActivityKey = "key",
            State = ClaimState.Waiting,
            Level = ClaimLevel.County,
            CreatedAt = DateTime.UtcNow,
        };
}
