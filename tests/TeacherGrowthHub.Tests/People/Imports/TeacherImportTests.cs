using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.Tests.People.Organizations;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Imports;

public sealed class TeacherImportTests
{
    private const string Headers = ImportStage.TeacherHeaders;

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_write_nothing_before_the_word_and_everything_after_it(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var (one, two) = (stage.Tag + "1", stage.Tag + "2");
        var mobile = "13" + Random.Shared.NextInt64(100_000_000, 999_999_999);
        using var book = SampleBook.Of(
            Headers,
            [one, "甲", stage.First.Name, "2025年9月1日", mobile, "初中", "是"],
            [two, "乙", stage.Second.Path, "2025-09-01", null, "S", "否"]
        );
        var batch = await stage.CheckAsync(TeacherImport.Kind, book);
        (batch.State, batch.Created, batch.RefusedRows).ShouldBe((ImportState.Checked, 2, 0));
        (batch.Rows, batch.RowsDone).ShouldBe((2, 2));
        (await stage.CountAsync()).ShouldBe(0);

        (await stage.ConfirmAsync(batch.Id)).State.ShouldBe(ImportState.Applied);
        var teacher = (await stage.TeacherAsync(one)).ShouldNotBeNull();
        (teacher.Name, teacher.Mobile, teacher.Stage, teacher.PresentPath).ShouldBe(("甲", mobile, "J", stage.First.Path));
        teacher.Posts.Single().From.ShouldBe(new DateOnly(2025, 9, 1));
        (await stage.TeacherAsync(two))!.PresentPath.ShouldBe(stage.Second.Path);
        var account = (await stage.AccountAsync(one)).ShouldNotBeNull();
        (account.TeacherId, account.PhoneNumber, account.PasswordHash, account.ImportBatchId).ShouldBe(
            (teacher.Id, mobile, null, batch.Id)
        );
        (await stage.AccountAsync(two)).ShouldBeNull();
        (await AuditAsync(stage, teacher.Id)).ShouldBe("Teacher.Created");
        (await AuditAsync(stage, batch.Id)).ShouldBe("Import.Applied");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_find_everything_unchanged_the_second_time_and_in_its_own_export(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        object?[] row = [stage.Tag, "甲", stage.First.Name, "2025-09-01", null, "初中", "是"];
        await stage.ConfirmAsync((await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, row))).Id);
        var again = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, row));
        (again.Unchanged, again.Created, again.Changed, again.RefusedRows).ShouldBe((1, 0, 0, 0));

        using var export = await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<WorkbookExport>().CreateAsync(TeacherImport.Kind, null, stage.Admin, CancellationToken.None)
        );
        var exported = await stage.CheckAsync(TeacherImport.Kind, export);
        exported.State.ShouldBe(ImportState.Checked, exported.Problem);
        (exported.Unchanged, exported.Created, exported.Changed, exported.RefusedRows).ShouldBe((2, 0, 0, 0));
        (await AuditAsync(stage, stage.County.Path)).ShouldBe("Teachers.Exported");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_transfer_a_teacher_whose_school_differs_but_not_without_a_day(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        await ImportAsync(stage, [stage.Tag, "甲", stage.First.Name, "2020-09-01"]);
        var without = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, [stage.Tag, "甲", stage.Second.Name]));
        (await stage.RowsAsync(without)).Single().Header.ShouldBe("到校日期");

        await ImportAsync(stage, [stage.Tag, "甲", stage.Second.Name, "2025-09-01"]);
        var teacher = (await stage.TeacherAsync(stage.Tag))!;
        teacher.PresentPath.ShouldBe(stage.Second.Path);
        teacher.Posts.OrderBy(post => post.From).Select(post => post.To).ShouldBe([new DateOnly(2025, 8, 31), null]);
        var again = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, [stage.Tag, "甲", stage.Second.Name, "2025-09-01"]));
        again.Unchanged.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_end_posts_and_duties_of_whoever_retires_and_of_a_transfer_what_the_school_gave(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        await ImportAsync(stage, [stage.Tag, "甲", stage.First.Name, "2020-09-01"]);
        await stage.ConfirmAsync(
            (
                await stage.CheckAsync(
                    DutyImport.Kind,
                    SampleBook.Of("工号 职责 开始日期 班级", [stage.Tag, "班主任", "2024-09-01", "1班"])
                )
            ).Id
        );
        (await stage.TeacherAsync(stage.Tag))!.PresentDuties.ShouldBe(TeacherDuty.BitOf(DutyKind.ClassTeacher));
        await ImportAsync(stage, [stage.Tag, "甲", stage.Second.Name, "2025-09-01"]);
        var moved = (await stage.TeacherAsync(stage.Tag))!;
        (moved.Duties.Single().To, moved.PresentDuties).ShouldBe((new DateOnly(2025, 8, 31), 0));

        using var retires = SampleBook.Of("工号 姓名 学校 状态", [stage.Tag, "甲", stage.Second.Name, "退休"]);
        await stage.ConfirmAsync((await stage.CheckAsync(TeacherImport.Kind, retires)).Id);
        var retired = (await stage.TeacherAsync(stage.Tag))!;
        (retired.Status, retired.Posts.All(post => post.To is not null)).ShouldBe((TeacherStatus.Retired, true));
        using var again = SampleBook.Of("工号 姓名 学校 状态", [stage.Tag, "甲", stage.Second.Name, "退休"]);
        (await stage.CheckAsync(TeacherImport.Kind, again)).Unchanged.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_refuse_row_by_row_with_the_reason_and_name_the_first_of_two(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var elsewhere = await new Cast(stage.Site).SchoolAsync();
        await ImportAsync(stage, ["0" + stage.Tag[1..], "零", stage.First.Name, "2020-09-01"]);
        using var book = SampleBook.Of(
            Headers,
            [stage.Tag + "1", "甲", stage.First.Name],
            [stage.Tag + "1", "又甲", stage.First.Name],
            [stage.Tag + "2", "乙", elsewhere.Path],
            [stage.Tag + "3", "丙", elsewhere.Name],
            [stage.Tag + "4", null, stage.First.Name],
            [stage.Tag + "5", "戊", stage.First.Name, "25-9-1"],
            [stage.Tag + "6", "己", stage.First.Name, null, "12345"],
            [stage.Tag + "7", "庚", stage.First.Name, null, null, "大学"],
            [stage.Tag + "8", "辛", stage.First.Name, null, null, null, "也许"],
            ["53290119900101123X", "壬", stage.First.Name]
        );
        var batch = await stage.CheckAsync(TeacherImport.Kind, book);
        (batch.Created, batch.RefusedRows).ShouldBe((1, 9));
        var refused = (await stage.RowsAsync(batch)).Where(row => row.Outcome == RowOutcome.Refused).ToList();
        refused.Select(row => row.Header).ShouldBe(["工号", "学校", "学校", "姓名", "到校日期", "手机号", "学段", "开通账号", "工号"]);
        refused[0].Reason.ShouldBe("与第 {0} 行重复");
        refused[0].Arguments.ShouldBe(["2"]);
        refused.ShouldAllBe(row => row.Cells!.Count == 7);

        await Should.ThrowAsync<RefusedException>(() => stage.ConfirmAsync(batch.Id));
        (await stage.CountAsync()).ShouldBe(0);
        (await stage.ConfirmAsync(batch.Id, skip: true)).State.ShouldBe(ImportState.Applied);
        (await stage.CountAsync()).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_refuse_the_row_of_a_school_that_is_closed(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        await ImportAsync(stage, [stage.Tag, "甲", stage.First.Name, "2020-09-01"]);
        await new Yard(stage.Site).CloseAsync(stage.Second);
        using var book = SampleBook.Of(
            Headers,
            [stage.Tag, "甲", stage.Second.Name, "2025-09-01"],
            [stage.Tag + "1", "乙", stage.Second.Name, "2019-09-01"],
            [stage.Tag + "2", "丙", stage.First.Name]
        );
        var batch = await stage.CheckAsync(TeacherImport.Kind, book);
        var refused = (await stage.RowsAsync(batch)).Where(row => row.Outcome == RowOutcome.Refused).ToList();
        refused.Select(row => row.Row).ShouldBe([2, 3]);
        refused.ShouldAllBe(row => row.Header == "学校" && row.Reason == "“{0}”自 {1:yyyy-MM-dd} 起关闭");
        (await stage.ConfirmAsync(batch.Id, skip: true)).State.ShouldBe(ImportState.Applied);
        (await stage.TeacherAsync(stage.Tag))!.PresentPath.ShouldBe(stage.First.Path);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_see_the_zeros_that_a_number_has_lost(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var digits = Random.Shared.Next(100_000_000, 999_999_999);
        await ImportAsync(stage, ["00" + digits, "甲", stage.First.Name]);
        var batch = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, [digits, "甲", stage.First.Name]));
        (await stage.RowsAsync(batch)).Single().Arguments.ShouldContain("00" + digits);
        var shown = SampleBook.Of(Headers, [new Shown(digits, "00000000000"), "甲", stage.First.Name]);
        (await stage.CheckAsync(TeacherImport.Kind, shown)).Unchanged.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_keep_the_record_where_cells_are_empty_and_clear_it_where_told(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        await ImportAsync(stage, [stage.Tag, "甲", stage.First.Name, null, null, "初中"]);
        (
            await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of("工号 姓名 学校", [stage.Tag, "甲", stage.First.Name]))
        ).Unchanged.ShouldBe(1);
        await ImportAsync(stage, [stage.Tag, "甲", stage.First.Name, null, null, "清空"]);
        (await stage.TeacherAsync(stage.Tag))!.Stage.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_not_let_two_accounts_have_one_mobile_number(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var mobile = "15" + Random.Shared.NextInt64(100_000_000, 999_999_999);
        using var book = SampleBook.Of(
            Headers,
            [stage.Tag + "1", "甲", stage.First.Name, null, mobile, null, "是"],
            [stage.Tag + "2", "乙", stage.First.Name, null, $"+86 {mobile[..3]}-{mobile[3..]}", null, "是"]
        );
        var batch = await stage.CheckAsync(TeacherImport.Kind, book);
        (batch.Created, batch.RefusedRows).ShouldBe((1, 1));
        await stage.ConfirmAsync(batch.Id, skip: true);
        var later = SampleBook.Of(Headers, [stage.Tag + "2", "乙", stage.First.Name, null, mobile, null, "是"]);
        (await stage.RowsAsync(await stage.CheckAsync(TeacherImport.Kind, later))).Single().Header.ShouldBe("手机号");
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_write_nothing_at_all_when_a_late_row_no_longer_comes_to_what_was_confirmed(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var rows = Enumerable.Range(0, ImportRun.ChunkSize + 20).Select(i => new object?[] { $"{stage.Tag}{i}", "甲", stage.First.Name });
        await ImportAsync(stage, [$"{stage.Tag}{ImportRun.ChunkSize + 10}", "甲", stage.First.Name]);
        var batch = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, [.. rows]));
        batch.Created.ShouldBe(ImportRun.ChunkSize + 19);
        await stage.ChangeAsync($"{stage.Tag}{ImportRun.ChunkSize + 10}", teacher => teacher.Name = "别人改的");

        var refused = await stage.ConfirmAsync(batch.Id);
        (refused.State, refused.ProblemArguments.Single()).ShouldBe((ImportState.Refused, $"{ImportRun.ChunkSize + 12}"));
        (await stage.CountAsync()).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_keep_an_import_to_its_owner_and_to_whoever_may(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var batch = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, [stage.Tag, "甲", stage.First.Name]));
        var cast = new Cast(stage.Site);
        var other = await cast.TeacherAsync(stage.County, "CountyAdministrator");
        (await Should.ThrowAsync<RefusedException>(() => stage.ConfirmAsync(batch.Id, user: other))).Kind.ShouldBe(RefusalKind.NotFound);
        var teacher = await cast.TeacherAsync(stage.First);
        using var book = SampleBook.Of(Headers, [stage.Tag, "甲", stage.First.Name]);
        (await Should.ThrowAsync<RefusedException>(() => stage.UploadAsync(TeacherImport.Kind, book, teacher))).Kind.ShouldBe(
            RefusalKind.Forbidden
        );
        var school = await cast.TeacherAsync(stage.Second, "SchoolAdministrator");
        var theirs = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, [stage.Tag, "甲", stage.First.Path]), school);
        theirs.RefusedRows.ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_drop_a_cancelled_import(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var batch = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, [stage.Tag, "甲", stage.First.Name]));
        await stage.Site.InScopeAsync(services =>
            services.GetRequiredService<ImportService>().CancelAsync(batch.Id, stage.Admin, CancellationToken.None)
        );
        (await Should.ThrowAsync<RefusedException>(() => stage.ConfirmAsync(batch.Id))).Kind.ShouldBe(RefusalKind.Conflict);
        (await stage.CountAsync()).ShouldBe(0);
    }

    private static async Task ImportAsync(ImportStage stage, object?[] row)
    {
        var batch = await stage.CheckAsync(TeacherImport.Kind, SampleBook.Of(Headers, row));
        batch.RefusedRows.ShouldBe(0);
        (await stage.ConfirmAsync(batch.Id)).State.ShouldBe(ImportState.Applied);
    }

    private static Task<string?> AuditAsync(ImportStage stage, string subject) =>
        stage.Site.InScopeAsync(services =>
            ImportStage
                .Set<AuditEntry>(services)
                .Where(entry => entry.SubjectId == subject)
                .OrderByDescending(entry => entry.Id)
                .Select(entry => entry.Action)
                .FirstOrDefaultAsync()
        );
}
