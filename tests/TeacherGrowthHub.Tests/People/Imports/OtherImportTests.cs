using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Imports;

/// <summary>Organisations, duties, and the pages.</summary>
public sealed class OtherImportTests
{
    private const string OrganizationHeaders = "代码 名称 类型 上级代码路径 学段 城区 班级数";
    private const string DutyHeaders = "工号 职责 开始日期 结束日期 文号 班级";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_create_and_correct_organisations_and_never_move_them(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var parent = stage.County.Path.TrimEnd('/');
        var name = "新学校" + stage.Tag;
        await ImportAsync(stage, OrganizationImport.Kind, OrganizationHeaders, ["new", name, "学校", parent, "初中、S", "是", "12"]);
        var school = (await FindAsync(stage, "new")).ShouldNotBeNull();
        (school.Name, school.Kind, school.IsUrban, school.Classes).ShouldBe((name, OrganizationKind.School, true, 12));
        school.Stages.ShouldBe(["J", "S"]);

        using var book = SampleBook.Of(
            OrganizationHeaders,
            ["new", name, "学校", parent, null, "否"],
            ["new", name, "学校", "baoshan/longyang"],
            ["other", name, "学校", parent],
            ["Bad", "甲", "学校", parent],
            ["city", "乙", "市直属学校", "baoshan"],
            ["deep", "丙", "学校", parent + "/new"],
            ["much", "丁", "学校", parent, "大学"],
            ["lots", "戊", "学校", parent, null, null, "999"],
            ["none", "己", "学校", "baoshan/none"]
        );
        var batch = await stage.CheckAsync(OrganizationImport.Kind, book);
        (batch.Changed, batch.RefusedRows).ShouldBe((1, 8));
        (await stage.RowsAsync(batch))
            .Skip(1)
            .Select(row => row.Header)
            .ShouldBe(["上级代码路径", "代码", "代码", "上级代码路径", "上级代码路径", "学段", "班级数", "上级代码路径"]);
        await stage.ConfirmAsync(batch.Id, skip: true);
        (await FindAsync(stage, "new"))!.IsUrban.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_find_exported_organisations_and_duties_unchanged(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        await ImportAsync(stage, TeacherImport.Kind, ImportStage.TeacherHeaders, [stage.Tag, "甲", stage.First.Name]);
        await ImportAsync(stage, DutyImport.Kind, DutyHeaders, [stage.Tag, "班主任", "2025.9.1", null, null, "七年级1班"]);
        foreach (var (kind, count) in new[] { (OrganizationImport.Kind, 3), (DutyImport.Kind, 1) })
        {
            using var export = await stage.Site.InScopeAsync(services =>
                services.GetRequiredService<WorkbookExport>().CreateAsync(kind, null, stage.Admin, CancellationToken.None)
            );
            var batch = await stage.CheckAsync(kind, export);
            batch.State.ShouldBe(ImportState.Checked, batch.Problem);
            (batch.Unchanged, batch.Created + batch.Changed + batch.RefusedRows).ShouldBe((count, 0));
        }
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_know_a_duty_by_teacher_kind_day_and_class(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        var elsewhere = await new Cast(stage.Site).TeacherAsync(await new Cast(stage.Site).SchoolAsync());
        await ImportAsync(stage, TeacherImport.Kind, ImportStage.TeacherHeaders, [stage.Tag, "甲", stage.First.Name]);
        using var book = SampleBook.Of(
            DutyHeaders,
            [stage.Tag, "班主任", "2025-09-01", null, null, "七年级1班"],
            [stage.Tag, "班主任", new DateOnly(2025, 9, 1), null, null, "七年级2班"],
            [stage.Tag, "ClassTeacher", "2025年9月", null, null, "七年级1班"],
            [stage.Tag, "骨干", "2025-09-01"],
            [stage.Tag, "专职心理健康教师", "2025-09-01", "2025-08-01", "保教〔2025〕1号"],
            [stage.Tag, "校长", "2025-09-01"],
            [stage.Tag + "x", "学科", "2025-09-01"],
            [await stage.Site.InScopeAsync(s => NumberOfAsync(s, elsewhere.TeacherId!)), "学科", "2025-09-01"]
        );
        var batch = await stage.CheckAsync(DutyImport.Kind, book);
        (batch.Created, batch.RefusedRows).ShouldBe((2, 6));
        (await stage.RowsAsync(batch)).Skip(2).Select(row => row.Header).ShouldBe(["工号", "文号", "结束日期", "职责", "工号", "工号"]);
        await stage.ConfirmAsync(batch.Id, skip: true);
        await ImportAsync(stage, DutyImport.Kind, DutyHeaders, [stage.Tag, "班主任", "2025-09-01", "2026-08-31", null, "七年级1班"]);
        var duties = (await stage.TeacherAsync(stage.Tag))!.Duties;
        duties.Count.ShouldBe(2);
        duties.Single(duty => duty.ClassName == "七年级1班").To.ShouldBe(new DateOnly(2026, 8, 31));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_lead_through_the_pages_from_template_to_written_rows(DatabaseProvider provider)
    {
        var stage = await ImportStage.OnAsync(provider);
        using var visitor = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Admin));
        foreach (var kind in new[] { TeacherImport.Kind, OrganizationImport.Kind, DutyImport.Kind })
        {
            var template = await visitor.GetAsync("/admin/imports/template/" + kind);
            template.StatusCode.ShouldBe(HttpStatusCode.OK);
            var empty = await stage.CheckAsync(kind, new MemoryStream(await template.Content.ReadAsByteArrayAsync()));
            empty.Problem.ShouldBe("表头下面没有要导入的行");
        }
        (await visitor.GetAsync("/admin/imports/template/pupils")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var book = SampleBook.Of(ImportStage.TeacherHeaders, [stage.Tag, "甲", stage.First.Name], ["坏 号", "乙", stage.First.Name]);
        var address = (await UploadAsync(visitor, book)).Headers.Location!.ToString();
        var id = address.Split('/')[^1];
        await stage.SettledAsync(id);
        var page = await visitor.PageAsync(address + "?outcome=Refused");
        page.QuerySelectorAll("#rows tbody tr").Length.ShouldBe(1);
        page.QuerySelector("#rows tbody")!.TextContent.ShouldContain("工号只能用字母");
        var errors = await stage.CheckAsync(
            TeacherImport.Kind,
            new MemoryStream(await (await visitor.GetAsync($"{address}/errors")).Content.ReadAsByteArrayAsync())
        );
        (errors.RefusedRows, errors.Created).ShouldBe((1, 0));

        (await visitor.SubmitAsync(address, [], "Confirm")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await visitor.SubmitAsync(address, new() { ["Skip"] = "true" }, "Confirm")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await stage.SettledAsync(id)).State.ShouldBe(ImportState.Applied);
        (await visitor.PageAsync(address)).QuerySelector(".hub-note.is-ok").ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_show_the_refusal_of_a_file_beside_the_field()
    {
        var stage = await ImportStage.OnAsync(DatabaseProvider.Sqlite);
        using var visitor = await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(stage.Admin));
        var answer = await UploadAsync(visitor, new MemoryStream("工号,姓名"u8.ToArray()));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ParseAsync(answer)).QuerySelector("#problems")!.TextContent.ShouldContain("另存为");
    }

    private static async Task<HttpResponseMessage> UploadAsync(Visitor visitor, MemoryStream book)
    {
        var page = await visitor.PageAsync("/admin/imports");
        using var form = new MultipartFormDataContent();
        var token = page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        form.Add(new StringContent(token), "__RequestVerificationToken");
        form.Add(new StringContent("Teachers"), "Kind");
        form.Add(new ByteArrayContent(book.ToArray()), "File", "教师.xlsx");
        return await visitor.Client.PostAsync("/admin/imports", form);
    }

    private static async Task ImportAsync(ImportStage stage, string kind, string headers, object?[] row)
    {
        var batch = await stage.CheckAsync(kind, SampleBook.Of(headers, row));
        batch.RefusedRows.ShouldBe(0);
        (await stage.ConfirmAsync(batch.Id)).State.ShouldBe(ImportState.Applied);
    }

    private static Task<string> NumberOfAsync(IServiceProvider services, string teacherId) =>
        ImportStage.Set<Teacher>(services).Where(teacher => teacher.Id == teacherId).Select(teacher => teacher.TeacherNumber).SingleAsync();

    private static Task<Organization?> FindAsync(ImportStage stage, string code) =>
        stage.Site.InScopeAsync(services =>
            ImportStage.Set<Organization>(services).AsNoTracking().SingleOrDefaultAsync(o => o.Path == stage.County.Path + code + "/")
        );
}
