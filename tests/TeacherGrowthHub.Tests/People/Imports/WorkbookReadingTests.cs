using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.People.Imports.Workbooks;
using TeacherGrowthHub.Tests.ResourceBank;

namespace TeacherGrowthHub.Tests.People.Imports;

/// <summary>What comes out of workbooks as people and programs make them.</summary>
public sealed class WorkbookReadingTests
{
    private const string Headers = "工号 姓名 学校 到校日期";

    private static ImportRun Read(Stream workbook) => ImportRun.Read(workbook, ImportColumns.Teachers.All);

    private static string[] Column(ImportRun run, ImportColumn column) => [.. run.Rows.Select(row => row.Shown(column))];

    [Fact]
    public void Should_read_numbers_as_they_are_shown()
    {
        var run = Read(
            SampleBook.Of(
                Headers,
                ["001234", "甲", "校"],
                [1234, "乙", "校"],
                [new Shown(1234, "000000"), "丙", "校"],
                [new Shown(56, "\"T\"0000"), "丁", "校"],
                ["００１２ＡＢ", "全　角", "校"],
                [13800001234d, "戊", "校"]
            )
        );
        Column(run, ImportColumns.Teachers.Number).ShouldBe(["001234", "1234", "001234", "T0056", "0012AB", "13800001234"]);
        Column(run, ImportColumns.Teachers.Name)[4].ShouldBe("全 角");
        run.Rows[1].IsNumber(ImportColumns.Teachers.Number).ShouldBeTrue();
        run.Rows[0].IsNumber(ImportColumns.Teachers.Number).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2025-09-01", 1)]
    [InlineData("2025/9/1", 1)]
    [InlineData("2025.9.1", 1)]
    [InlineData("2025年9月1日", 1)]
    [InlineData("20250901", 1)]
    [InlineData("2025年9月", 1)]
    [InlineData("２０２５－０９－０２", 2)]
    [InlineData("2025-09-02 00:00:00", 2)]
    [InlineData("2025-9-1 0:00", 1)]
    public void Should_read_the_day_in_every_spelling(string text, int day)
    {
        var run = Read(SampleBook.Of(Headers, ["1", "甲", "校", text]));
        run.Rows[0].Day(ImportColumns.Teachers.From).ShouldBe(new DateOnly(2025, 9, day));
    }

    [Theory]
    [InlineData("25-9-1")]
    [InlineData("25年9月1日")]
    [InlineData("2025-02-30")]
    [InlineData("2025-13-01")]
    [InlineData("2025.9")]
    [InlineData("9月1日")]
    [InlineData("45901")]
    [InlineData("去年")]
    public void Should_refuse_what_is_no_day(string text)
    {
        var run = Read(SampleBook.Of(Headers, ["1", "甲", "校", text]));
        Should.Throw<RefusedException>(() => run.Rows[0].Day(ImportColumns.Teachers.From)).Field.ShouldBe("On");
    }

    [Fact]
    public void Should_read_real_days_and_days_stored_as_numbers()
    {
        var run = Read(
            SampleBook.Of(
                Headers,
                ["1", "甲", "校", new DateOnly(2025, 9, 1)],
                ["2", "乙", "校", new Shown(45901.75, "yyyy\"年\"m\"月\"d\"日\"")],
                ["3", "丙", "校", 20250901]
            )
        );
        run.Rows.Select(row => row.Day(ImportColumns.Teachers.From)).ShouldAllBe(day => day == new DateOnly(2025, 9, 1));
    }

    [Fact]
    public void Should_count_days_of_a_workbook_from_1904()
    {
        var book = new SampleBook().Sheet([
            [.. Headers.Split(' ')],
            ["1", "甲", "校", new Shown(45901 - 1462, "yyyy-mm-dd")],
        ]);
        var run = Read(
            book.Save(document => document.WorkbookPart!.Workbook.WorkbookProperties = new WorkbookProperties { Date1904 = true })
        );
        run.Rows[0].Day(ImportColumns.Teachers.From).ShouldBe(new DateOnly(2025, 9, 1));
    }

    [Fact]
    public void Should_take_the_saved_result_of_a_formula_and_say_so()
    {
        var run = Read(SampleBook.Of(Headers, [new Calculated("\"T\"&1", "T1"), "甲", "校"], ["2", new Calculated("A1", null), "校"]));
        Column(run, ImportColumns.Teachers.Number)[0].ShouldBe("T1");
        run.Head.Notes.ShouldContain(note => note.Text.Contains("公式"));
        Should.Throw<RefusedException>(() => run.Rows[1].Text(ImportColumns.Teachers.Name)).Message.ShouldContain("没有保存结果");
    }

    [Fact]
    public void Should_refuse_errors_and_numbers_that_have_lost_digits()
    {
        var run = Read(SampleBook.Of(Headers, [new Wrong("#N/A"), "甲", "校"], [532901199001011234d, "乙", "校"]));
        Should.Throw<RefusedException>(() => run.Rows[0].Text(ImportColumns.Teachers.Number)).Message.ShouldContain("#N/A");
        Should.Throw<RefusedException>(() => run.Rows[1].Text(ImportColumns.Teachers.Number)).Message.ShouldContain("15 位");
    }

    [Fact]
    public void Should_fill_cells_merged_downwards_and_leave_those_merged_sideways()
    {
        var book = new SampleBook().Sheet(
            [
                ["教师名册"],
                [.. Headers.Split(' ')],
                ["1", "甲", "一校"],
                ["2", "乙"],
                ["3", "丙"],
                ["4", "丁", "二校"],
            ],
            merges: ["A1:D1", "C3:C5", "A6:B6"]
        );
        var run = Read(book.Save());
        Column(run, ImportColumns.Teachers.School).ShouldBe(["一校", "一校", "一校", "二校"]);
        Column(run, ImportColumns.Teachers.Name).ShouldBe(["甲", "乙", "丙", "丁"]);
        run.Rows.Select(row => row.Number).ShouldBe([3, 4, 5, 6]);
        run.Head.Notes.ShouldContain(note => note.Text.Contains("合并"));
    }

    [Fact]
    public void Should_ignore_hidden_sheets_and_say_which_sheets_were_not_read()
    {
        object?[][] rows =
        [
            [.. Headers.Split(' ')],
            ["1", "甲", "校"],
        ];
        var book = new SampleBook()
            .Sheet(
                [
                    [.. Headers.Split(' ')],
                    ["9", "隐", "校"],
                ],
                "旧名单",
                hidden: true
            )
            .Sheet(
                [
                    ["说明"],
                ],
                "封面"
            )
            .Sheet(rows, "名单")
            .Sheet(rows, "备份");
        var run = Read(book.Save());
        run.Head.Sheet.ShouldBe("名单");
        Column(run, ImportColumns.Teachers.Number).ShouldBe(["1"]);
        run.Head.Notes.SelectMany(note => note.Arguments).ShouldBe(["旧名单", "封面", "备份"]);
    }

    [Fact]
    public void Should_take_headers_in_any_order_and_dress_and_name_unknown_ones()
    {
        var run = Read(SampleBook.Of("学校（必填） 姓名* 血型 工号： 原因", ["校", "甲", "A", "1", "旧的原因"]));
        run.Rows[0].Text(ImportColumns.Teachers.Number).ShouldBe("1");
        run.Head.Notes.Single(note => note.Text.Contains("不认识")).Arguments.ShouldBe(["血型"]);
    }

    [Theory]
    [InlineData("工号 姓名", "学校")]
    [InlineData("工号 姓名 学校 姓名", "两次")]
    [InlineData("编号 名字", "没有找到表头")]
    public void Should_refuse_headers_that_are_missing_or_double(string headers, string message) =>
        Should.Throw<RefusedException>(() => Read(SampleBook.Of(headers, ["1", "甲", "校", "丁"]))).Message.ShouldContain(message);

    [Fact]
    public void Should_not_import_the_example_of_the_template_nor_rows_of_spaces()
    {
        var run = Read(SampleBook.Of(Headers, ["示例001", "张示例", "校"], ["  ", "　"], ["1", "甲", "校"]));
        Column(run, ImportColumns.Teachers.Number).ShouldBe(["1"]);
        Should
            .Throw<RefusedException>(() => Read(SampleBook.Of(Headers, ["示例001", "张示例", "校"])))
            .Message.ShouldContain("没有要导入的行");
    }

    [Fact]
    public void Should_read_past_a_million_empty_rows_in_bounded_memory()
    {
        var rows = new StringBuilder("<row r='1'>").Append(Inline("工号", "姓名", "学校")).Append("</row>");
        for (var i = 2; i <= 1_000_000; i++)
            rows.Append("<row r='").Append(i).Append("' s='1' customFormat='1'><c r='A").Append(i).Append("' s='1'/></row>");
        rows.Append("<row r='1000001'>").Append(Inline("1", "甲", "校")).Append("</row>");
        using var file = Package(rows.ToString());
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var run = Read(file);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(400L << 20);
        run.Rows.Single().Number.ShouldBe(1_000_001);
    }

    [Fact]
    public void Should_refuse_more_rows_than_can_be_imported_at_once()
    {
        var rows = string.Concat(Enumerable.Repeat($"<row>{Inline("1", "甲", "校")}</row>", SheetReader.MostRows + 2));
        Should.Throw<RefusedException>(() => Read(Package(rows))).Message.ShouldContain("分几次导入");
    }

    [Fact]
    public void Should_refuse_workbooks_with_macros_whatever_their_name()
    {
        var book = new SampleBook().Sheet([
            [.. Headers.Split(' ')],
            ["1", "甲", "校"],
        ]);
        var macros = book.Save(document =>
        {
            using var code = document
                .WorkbookPart!.AddNewPart<DocumentFormat.OpenXml.Packaging.VbaProjectPart>()
                .GetStream(FileMode.Create);
            code.Write("macro"u8);
        });
        Should.Throw<RefusedException>(() => WorkbookGate.Check(macros)).Message.ShouldContain("含宏");
        var enabled = HostileOffice.Zip(
            ("[Content_Types].xml", "<Types><Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>"),
            ("xl/workbook.xml", "<workbook/>")
        );
        Should.Throw<RefusedException>(() => WorkbookGate.Check(enabled)).Message.ShouldContain("含宏");
    }

    [Theory]
    [InlineData("工号,姓名\n1,甲", ".csv")]
    [InlineData("<html><table><tr><td>工号</td></tr></table></html>", "网页")]
    [InlineData("", "空文件")]
    public void Should_say_of_texts_how_to_make_a_workbook_of_them(string text, string message) =>
        Should
            .Throw<RefusedException>(() => WorkbookGate.Check(new MemoryStream(Encoding.UTF8.GetBytes(text))))
            .Message.ShouldContain(message);

    [Fact]
    public void Should_say_of_other_files_what_they_are()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Refusal(new MemoryStream([.. compound, .. Encoding.Unicode.GetBytes("Workbook")])).ShouldContain(".xls");
        Refusal(new MemoryStream([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage")])).ShouldContain("密码");
        Refusal(HostileOffice.Zip(("xl/workbook.bin", "x"))).ShouldContain(".xlsb");
        Refusal(HostileOffice.Zip(("mimetype", "x"), ("content.xml", "x"))).ShouldContain(".ods");
        Refusal(HostileOffice.Word("<p/>")).ShouldContain("不是 Excel");
        Refusal(HostileOffice.Cut(SampleBook.Of(Headers, ["1", "甲", "校"]), 0.5)).ShouldContain("损坏");
    }

    [Fact]
    public void Should_refuse_bombs_before_they_unfold()
    {
        Refusal(HostileOffice.Zip(("xl/workbook.xml", "<workbook/>"), ("xl/sharedStrings.xml", new string(' ', 80 << 20))))
            .ShouldContain("庞大");
        Should.Throw<RefusedException>(() => Read(Package("", HostileOffice.Laughter))).Message.ShouldContain("结构有误");
        Should.Throw<RefusedException>(() => Read(HostileOffice.MainPart("xlsx", HostileOffice.Laughter + "<workbook/>")));
    }

    private static string Refusal(Stream file) => Should.Throw<RefusedException>(() => WorkbookGate.Check(file)).Message;

    private static string Inline(params string[] cells) =>
        string.Concat(cells.Select(text => $"<c t='inlineStr'><is><t>{text}</t></is></c>"));

    // A sheet whose XML is ours.
    private static MemoryStream Package(string rows, string prologue = "")
    {
        var file = SampleBook.Of(Headers, ["1", "甲", "校"]);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = zip.Entries.Single(entry => entry.FullName.Contains("worksheets/"));
            var name = sheet.FullName;
            sheet.Delete();
            using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            part.Write(prologue);
            part.Write("<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>");
            part.Write(rows);
            part.Write("</sheetData></worksheet>");
        }
        file.Position = 0;
        return file;
    }
}
