using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.Tests.People.Imports;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Imports;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.Tests.TrainingHours.Imports;

public sealed class HoursImportTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_certify_imported_hours_in_the_name_of_the_second_person(DatabaseProvider provider)
    {
        var stage = await HoursImportStage.SetAsync(provider, DutyKind.Backbone);
        var checkedBatch = await stage.CheckAsync(stage.Row("省级国培", 8), stage.Row("团辅实操", "6.5", 6));
        (checkedBatch.State, checkedBatch.Created, checkedBatch.RefusedRows).ShouldBe((ImportState.Checked, 2, 0));
        (await stage.Claims.Hours.EntriesAsync()).ShouldBeEmpty();
        await stage.ConfirmAsync(checkedBatch.Id);
        (await stage.Claims.Hours.EntriesAsync()).ShouldBeEmpty();

        (await stage.ApproveAsync(checkedBatch.Id, stage.Colleague)).State.ShouldBe(ImportState.Applied);

        var lines = await stage.Claims.Hours.EntriesAsync();
        lines.Select(line => (line.RawHundredths, line.CountedHundredths)).ShouldBe([(800, 800), (650, 600)]);
        lines.ShouldAllBe(line => line.CertifiedById == stage.Colleague.AccountId);
        (await stage.BalanceAsync()).ShouldBe(1400);
        var imported = await stage.ImportedAsync(checkedBatch.Id);
        imported.ShouldAllBe(claim => claim.State == ClaimState.Certified && claim.EnteredById == stage.Officer.AccountId);
        imported.Select(claim => claim.LedgerSequence).Order().ShouldBe([1, 2]);
        (await stage.LedgerProblemAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Should_let_nobody_be_both_persons()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        var batch = await stage.WaitingAsync(stage.Row("省级国培", 8));
        (await HoursStage.RefusedAsync(() => stage.ApproveAsync(batch.Id, stage.Officer))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await stage.Claims.Hours.EntriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_let_nobody_outside_the_scope_see_or_confirm_it()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        var elsewhere = await new Cast(stage.Site).TeacherAsync(
            await HoursStage.OrganizationAsync(stage.Site, "baoshan/tengchong/"),
            "TrainingOfficer"
        );
        var batch = await stage.WaitingAsync(stage.Row("省级国培", 8));
        foreach (var stranger in new[] { elsewhere, stage.Claims.Checker, stage.Claims.Teacher })
            (await HoursStage.RefusedAsync(() => stage.ApproveAsync(batch.Id, stranger))).Kind.ShouldBe(RefusalKind.NotFound);
        (await WaitingForAsync(elsewhere)).ShouldBeEmpty();
        (await WaitingForAsync(stage.Claims.City)).ShouldContain(batch.Id);

        Task<List<string>> WaitingForAsync(HubUser user) =>
            stage.Claims.AskAsync<ImportBatches, List<string>>(async batches =>
                [.. (await batches.WaitingForAsync(user, CancellationToken.None)).Select(waiting => waiting.Id)]
            );
    }

    [Fact]
    public async Task Should_ask_a_third_person_where_the_second_stands_in_the_workbook()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        var cast = new Cast(stage.Site);
        var second = (await cast.TeacherAsync(stage.Claims.Hours.School)) with { Grants = stage.Colleague.Grants };
        var number = await cast.LoginOfAsync(second);
        var batch = await stage.WaitingAsync(stage.Row("省级国培", 8), [number, "省级国培", "集中培训", stage.Day, null, 8, null]);
        (await HoursStage.RefusedAsync(() => stage.ApproveAsync(batch.Id, second))).Text.ShouldBe(
            "其中有您本人的记录，请由另一位管理员确认"
        );
        (await stage.ApproveAsync(batch.Id, stage.Claims.City)).State.ShouldBe(ImportState.Applied);
    }

    [Fact]
    public async Task Should_send_it_back_with_a_reason_and_write_nothing()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        var batch = await stage.WaitingAsync(stage.Row("省级国培", 8));
        await HoursStage.RefusedAsync(() => ReturnAsync(" "));
        await ReturnAsync("日期不对");
        await HoursStage.RefusedAsync(() => stage.ApproveAsync(batch.Id, stage.Claims.City));
        (await stage.Claims.Hours.EntriesAsync()).ShouldBeEmpty();

        Task ReturnAsync(string reason) =>
            stage.Claims.DoAsync<ImportSecondPerson>(second =>
                second.ReturnAsync(batch.Id, reason, stage.Colleague, CancellationToken.None)
            );
    }

    [Fact]
    public async Task Should_refuse_rows_that_break_a_rule_each_with_its_reason()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        (await stage.ReasonAsync("没有的工号", "甲", "集中培训", stage.Day, null, 3, null)).ShouldBe(
            "您的认定范围内没有工号为“{0}”的在岗教师"
        );
        (await stage.ReasonAsync(stage.Number, "甲", "没有的类型", stage.Day, null, 3, null)).ShouldBe(
            "{0} 学年的规则里没有这个类型，可以填：{1}"
        );
        (await stage.ReasonAsync(stage.Number, "甲", "集中培训", "去年", null, 3, null)).ShouldBe(
            "读不懂日期“{0}”。请写成 2025-09-01，年份写四位"
        );
        (await stage.ReasonAsync(stage.Row("甲", 0))).ShouldBe("学时应是大于 0、最多两位小数的数");
        (await stage.ReasonAsync(stage.Row("甲", 13))).ShouldBe("{0} 天的活动最多登记 {1} 学时");
        (await stage.ReasonAsync(stage.Row("甲", 3, 4))).ShouldBe("认定的学时应大于 0，且不超过证明材料上的 {0} 学时");
        (await stage.ReasonAsync(stage.Row("甲", "三"))).ShouldBe("“{0}”不是数");
        var future = stage.Claims.Day.AddDays(30).ToString("yyyy-MM-dd");
        (await stage.ReasonAsync(stage.Number, "甲", "集中培训", future, null, 3, null)).ShouldBe("活动结束后才能登记学时");
    }

    [Fact]
    public async Task Should_refuse_a_name_that_does_not_belong_to_the_number()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        var headers = HoursImportStage.Headers + " 姓名";
        var batch = await stage.CheckAsync(SampleBook.Of(headers, [.. stage.Row("甲", 3), "别人"]));
        (await stage.RowsAsync(batch)).Single().Header.ShouldBe("姓名");
    }

    [Fact]
    public async Task Should_find_the_same_activity_in_workbook_ledger_and_queue()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        (await stage.CheckAsync(stage.Row("《静心》课", 3), stage.Row("静心 课", 3))).RefusedRows.ShouldBe(1);
        await stage.ImportAsync(stage.Row("《静心》课", 3));
        (await stage.CheckAsync(stage.Row("静心课", 3))).Unchanged.ShouldBe(1);
        (await stage.ReasonAsync(stage.Row("静心课", 4))).ShouldBe("这项活动已经认定 {0} 学时；要更正，请在已认定的申报里更正");
        await stage.Claims.FileAsync(stage.Claims.Form("等待中的"));
        (await stage.ReasonAsync(stage.Row("等待中的", 3))).ShouldBe("这位教师已经申报了这项活动，正在等待认定");
        var beside = (await stage.RowsAsync(await stage.CheckAsync(stage.Row("另一项", 2)))).Single();
        beside.Outcome.ShouldBe(RowOutcome.Created);
        beside.Remark.ShouldNotBeNull().Text.ShouldBe("与“{0}”（{1}）时间重叠");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_write_nothing_when_a_row_can_no_longer_be_written(DatabaseProvider provider)
    {
        var stage = await HoursImportStage.SetAsync(provider);
        var batch = await stage.WaitingAsync(stage.Row("甲", 3), stage.Row("乙", 3));
        var claim = await stage.Claims.FileAsync(stage.Claims.Form("乙"));
        var refused = await stage.ApproveAsync(batch.Id, stage.Colleague);
        (refused.State, refused.Problem).ShouldBe((ImportState.Refused, "第 {0} 行现在不能写入：{1}。没有写入任何内容，请重新上传核对"));
        refused.ProblemArguments.ShouldBe(["3", "这位教师已经申报了这项活动，正在等待认定"]);
        (await stage.Claims.Hours.EntriesAsync()).ShouldBeEmpty();
        (await stage.Claims.ClaimAsync(claim)).State.ShouldBe(ClaimState.Waiting);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_take_an_import_back_as_a_whole_and_leave_what_was_corrected(DatabaseProvider provider)
    {
        var stage = await HoursImportStage.SetAsync(provider, DutyKind.Backbone);
        var batch = await stage.ImportAsync(stage.Row("甲", 3), stage.Row("乙", 5), stage.Row("丙", 2));
        var reversed = (await stage.ImportedAsync(batch.Id)).Single(claim => claim.Title == "丙");
        await stage.Claims.DoAsync<ClaimCorrections>(corrections => corrections.ReverseAsync(reversed.Id, "重复", stage.Colleague));
        await HoursStage.RefusedAsync(() => stage.UndoAsync(batch.Id, stage.Claims.Teacher));

        (await stage.UndoAsync(batch.Id, stage.Officer)).State.ShouldBe(ImportState.Undone);

        (await stage.Claims.Hours.EntriesAsync()).Sum(line => line.CountedHundredths).ShouldBe(0);
        (await stage.BalanceAsync()).ShouldBe(0);
        (await stage.ImportedAsync(batch.Id)).Count(claim => claim.State == ClaimState.Withdrawn).ShouldBe(2);
        await HoursStage.RefusedAsync(() => stage.UndoAsync(batch.Id, stage.Officer));
        (await stage.CheckAsync(stage.Row("甲", 3))).Created.ShouldBe(1);
        (await stage.LedgerProblemAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Should_find_its_own_export_unchanged()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        await stage.ImportAsync(stage.Row("甲", 3), stage.Row("乙", "2.5"));
        var year = (await stage.ImportedAsync((await stage.ImportAsync(stage.Row("丙", 1))).Id)).Single().SchoolYear;
        var school = stage.Claims.Hours.School.Path;
        var narrow = stage.Officer with { Grants = [.. stage.Officer.Grants.Select(grant => grant with { Path = school })] };
        using var export = await stage.Claims.AskAsync<WorkbookExport, Stream>(book =>
            book.CreateAsync(HoursImport.Kind, year, narrow, CancellationToken.None)
        );
        var batch = await stage.CheckAsync(export);
        (batch.Unchanged, batch.Created, batch.RefusedRows).ShouldBe((3, 0, 0));
    }

    [Fact]
    public async Task Should_offer_a_template_whose_kinds_are_those_of_the_rules()
    {
        var stage = await HoursImportStage.SetAsync(DatabaseProvider.Sqlite);
        using var template = await stage.Claims.AskAsync<WorkbookTemplate, Stream>(book =>
            book.CreateAsync(HoursImport.Kind, stage.Officer, CancellationToken.None)
        );
        (await stage.CheckAsync(template)).Problem.ShouldBe("表头下面没有要导入的行");
    }
}
