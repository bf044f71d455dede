using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class CertificationTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_certify_a_selection_in_one_act_and_undo_it(DatabaseProvider provider)
    {
        var stage = await ClaimStage.SetAsync(provider, DutyKind.Backbone);
        var ids = new[] { await stage.AtCountyAsync("甲", 2), await stage.AtCountyAsync("乙", 4) };
        var preview = await stage.AskAsync<ClaimCertification, CertifiedSelection>(c => c.PreviewAsync(ids, stage.County));
        (preview.ActId, preview.Hours).ShouldBe((null, new Hours(600)));
        (await stage.Hours.EntriesAsync()).ShouldBeEmpty();
        var act = (await stage.CertifyAsync(stage.County, ids)).ActId!;
        (await stage.Hours.EntriesAsync()).Select(line => line.ActId).Distinct().ShouldHaveSingleItem();
        await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimCertification>(c => c.UndoAsync(act, stage.City)));
        (await stage.AskAsync<ClaimCertification, int>(c => c.UndoAsync(act, stage.County))).ShouldBe(2);
        (await stage.Hours.EntriesAsync()).Sum(line => line.CountedHundredths).ShouldBe(0);
        var claim = await stage.ClaimAsync(ids[0]);
        (claim.State, claim.WaitingPath, claim.LedgerSequence).ShouldBe((ClaimState.Waiting, "baoshan/longyang/", null));
        await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimCertification>(c => c.UndoAsync(act, stage.County)));
        (await stage.CertifyAsync(stage.County, ids)).Certified.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_leave_out_and_name_what_cannot_be_certified()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var ready = await stage.AtCountyAsync("甲");
        var atSchool = await stage.FileAsync(stage.Form("乙", on: stage.Day.AddDays(-1)));
        var done = await stage.AtCountyAsync("丙");
        await stage.CertifyAsync(stage.City, done);
        var selection = await stage.CertifyAsync(stage.County, ready, atSchool, done);
        selection.Certified.Single().Id.ShouldBe(ready);
        selection
            .LeftOut.ToDictionary(left => left.ClaimId, left => left.Reason)
            .ShouldBe(new Dictionary<string, string> { [atSchool] = "还没有到您这一级", [done] = "已经由别人处理" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Should_let_nobody_certify_an_own_claim()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var own = await stage.FileAsync(stage.Form("自己的"), teacher: stage.County);
        var both = stage.County with { Grants = [.. stage.County.Grants, .. stage.City.Grants] };
        (await stage.CertifyAsync(both, own)).LeftOut.Single().Reason.ShouldBe("是您自己的学时，请由别人认定");
        await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimDecisions>(d => d.ReturnAsync(own, "原因", both)));
    }

    [Fact]
    public async Task Should_ask_a_second_person_for_what_an_officer_typed_in()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.FileAsync(stage.Form("代登"), by: stage.County, teacher: null);
        var claim = await stage.ClaimAsync(id);
        (claim.TeacherId, claim.EnteredById, claim.Level).ShouldBe(
            (stage.Teacher.TeacherId!, stage.County.AccountId, TeacherGrowthHub.TrainingHours.Domain.Rules.ClaimLevel.County)
        );
        (await stage.CertifyAsync(stage.County, id)).LeftOut.Single().Reason.ShouldBe("是您代为登记的，请由别人认定");
        (await stage.CertifyAsync(stage.City, id)).Certified.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Should_refuse_officers_of_another_county_and_checkers()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.AtCountyAsync("甲");
        var elsewhere = await new Cast(stage.Site).TeacherAsync(
            await HoursStage.OrganizationAsync(stage.Site, "baoshan/tengchong/"),
            "TrainingOfficer"
        );
        (await stage.CertifyAsync(elsewhere, id)).LeftOut.Single().Reason.ShouldBe("没有这条学时申报");
        (await stage.CertifyAsync(stage.Checker, id)).Certified.ShouldBeEmpty();
        await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimDecisions>(d => d.ReturnAsync(id, "原因", stage.Checker)));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_correct_an_amount_by_reversal_and_new_line(DatabaseProvider provider)
    {
        var stage = await ClaimStage.SetAsync(provider);
        var id = await stage.AtCountyAsync("甲", 6);
        await stage.CertifyAsync(stage.County, id);
        await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimCorrections>(c => c.CorrectAsync(id, new Hours(700), "多给", stage.County)));
        await HoursStage.RefusedAsync(() => stage.DoAsync<ClaimCorrections>(c => c.CorrectAsync(id, new Hours(400), " ", stage.County)));
        (await stage.Hours.EntriesAsync()).Count.ShouldBe(1);
        await stage.DoAsync<ClaimCorrections>(c => c.CorrectAsync(id, new Hours(400), "证书上是 4 学时", stage.County));
        var lines = await stage.Hours.EntriesAsync();
        lines.Select(line => line.CountedHundredths).ShouldBe([600, -600, 400]);
        lines[2].Reason.ShouldBe("证书上是 4 学时");
        (await stage.ClaimAsync(id)).LedgerSequence.ShouldBe(3);
        await stage.DoAsync<ClaimCorrections>(c => c.ReverseAsync(id, "重复", stage.County));
        (await stage.ClaimAsync(id)).State.ShouldBe(ClaimState.Refused);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_never_certify_twice_however_many_officers_work_on_one_queue(DatabaseProvider provider)
    {
        const int Officers = 20;
        var stage = await ClaimStage.SetAsync(provider);
        var cast = new Cast(stage.Site);
        var ids = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var teacher = await cast.TeacherAsync(stage.Hours.School);
            var id = await stage.FileAsync(stage.Form("培训"), teacher: teacher);
            await stage.PassOnAsync(id);
            ids.Add(id);
        }
        var results = await Task.WhenAll(
            Enumerable
                .Range(0, Officers)
                .Select(i =>
                    Task.Run(() => stage.CertifyAsync(i % 2 == 0 ? stage.County : stage.City, [.. ids.Skip(i % 4), .. ids.Take(i % 4)]))
                )
        );
        results.Sum(result => result.Certified.Count).ShouldBe(ids.Count);
        results.SelectMany(result => result.LeftOut).Select(left => left.Reason).Distinct().ShouldBe(["已经由别人处理"]);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_show_each_officer_what_waits_at_the_own_level(DatabaseProvider provider)
    {
        var stage = await ClaimStage.SetAsync(provider);
        var atSchool = await stage.FileAsync(stage.Form("甲"));
        var atCounty = await stage.AtCountyAsync("乙");
        (await IdsAsync(stage.Checker)).ShouldBe([atSchool]);
        (await IdsAsync(stage.County)).ShouldBe([atCounty]);
        (await IdsAsync(stage.County, withLower: true)).ShouldBe([atSchool, atCounty]);
        (await IdsAsync(stage.City)).ShouldBeEmpty();

        async Task<IEnumerable<string>> IdsAsync(HubUser user, bool withLower = false)
        {
            var filter = new ClaimFilter(WithLower: withLower, Path: stage.Hours.School.Path);
            return (await stage.AskAsync<ClaimQueue, ClaimPage>(queue => queue.PageAsync(filter, 1, user))).Rows.Select(row =>
                row.Claim.Id
            );
        }
    }

    [Fact]
    public async Task Should_draw_the_same_sample_for_the_same_seed()
    {
        var stage = await ClaimStage.SetAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 10; i++)
            await stage.AtCountyAsync($"培训{i}");
        var first = await SampleAsync(1);
        first.Count.ShouldBe(3);
        (await SampleAsync(1)).ShouldBe(first);
        (await SampleAsync(2)).ShouldNotBe(first);

        async Task<List<string>> SampleAsync(int seed)
        {
            var filter = new ClaimFilter(Path: stage.Hours.School.Path, SamplePercent: 25, Seed: seed);
            return
            [
                .. (await stage.AskAsync<ClaimQueue, ClaimPage>(queue => queue.PageAsync(filter, 1, stage.County))).Rows.Select(row =>
                    row.Claim.Id
                ),
            ];
        }
    }
}
