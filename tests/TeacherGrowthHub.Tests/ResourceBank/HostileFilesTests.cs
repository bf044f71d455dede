using TeacherGrowthHub.ResourceBank.Extraction;
using static TeacherGrowthHub.Tests.ResourceBank.HostileOffice;
using static TeacherGrowthHub.Tests.ResourceBank.HostileReading;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>Files made to hang, to blow up or to crash a reader end in text, or in a sentence that a teacher understands.</summary>
public sealed class HostileFilesTests
{
    public static TheoryData<string> Office => [.. Extensions.Split(' ')];

    public static TheoryData<string> Readable => [.. Extensions.Split(' '), "pdf", "txt", "md"];

    [Theory]
    [MemberData(nameof(Office))]
    public void Should_refuse_a_zip_bomb(string extension) =>
        Refusal(MainPart(extension, $"<a>{new string(' ', 64 << 20)}</a>"), extension).ShouldContain("异常庞大");

    [Theory]
    [MemberData(nameof(Office))]
    public void Should_not_unfold_a_billion_laughs(string extension) =>
        Refusal(MainPart(extension, Laughter + "<x>&j;</x>"), extension).ShouldContain("没有可读的");

    [Fact]
    public void Should_read_around_a_part_that_laughs()
    {
        var sheet = Zip(
            ("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='表' r:id='a'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations("sheet1.xml")),
            ("xl/sheet1.xml", Laughter + "<worksheet><row><c t='str'><v>&j;</v></c></row></worksheet>")
        );
        Text(sheet, "xlsx").ShouldBe("表");
        Text(Slide(Laughter + "<sld>&j;</sld>"), "pptx").ShouldBe("");
    }

    [Fact]
    public void Should_refuse_parts_nested_without_end()
    {
        Refusal(Word(Nested("p", 100_000)), "docx").ShouldContain("嵌套过深");
        Refusal(Slide(Nested("p", 100_000)), "pptx").ShouldContain("嵌套过深");
        Refusal(Sheet($"<row><c>{Nested("is", 100_000)}</c></row>"), "xlsx").ShouldContain("嵌套过深");
    }

    [Fact]
    public void Should_read_boxes_within_boxes_once()
    {
        var (open, close) = (Repeat("<p><r><txbxContent>", 100), Repeat("</txbxContent></r></p>", 100));
        Text(Word($"{open}<p><r><t>信</t></r></p>{close}"), "docx").Trim().ShouldBe("信");
    }

    [Fact]
    public void Should_refuse_a_part_that_claims_a_gigabyte() =>
        Refusal(Claiming(Word("<p><r><t>小</t></r></p>")), "docx").ShouldContain("异常庞大");

    [Fact]
    public void Should_pass_over_empty_rows_and_places_far_away()
    {
        var rows = string.Concat(Enumerable.Range(1, 300_000).Select(row => $"<row r='{row}' ht='{row * 7919 % 1009}'/>"));
        Text(Sheet(rows + "<row r='1048576'><c r='XFD1048576' t='str'><v>末</v></c></row>"), "xlsx").ShouldBe("表\n末");
    }

    [Fact]
    public void Should_refuse_cells_that_repeat_one_huge_string()
    {
        var cells = Repeat("<c t='s'><v>0</v></c>", 20_000);
        Refusal(Sheet($"<row>{cells}</row>", $"<sst><si><t>{new string('字', 30_000)}</t></si></sst>"), "xlsx").ShouldContain("异常庞大");
    }

    [Fact]
    public void Should_end_with_relations_in_a_circle()
    {
        var file = Slide(
            "<sld/>",
            ("ppt/slides/_rels/slide1.xml.rels", Relations("../slideLayouts/slideLayout1.xml", "slide1.xml")),
            ("ppt/slideLayouts/slideLayout1.xml", "<l/>"),
            ("ppt/slideLayouts/_rels/slideLayout1.xml.rels", Relations("../slideMasters/slideMaster1.xml", "slideLayout1.xml")),
            ("ppt/slideMasters/slideMaster1.xml", "<m/>"),
            ("ppt/slideMasters/_rels/slideMaster1.xml.rels", Relations("../slideLayouts/slideLayout1.xml"))
        );
        Text(file, "pptx").ShouldBe("");
    }

    [Fact]
    public void Should_save_what_is_left_of_a_cut_file()
    {
        var paragraphs = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<p><r><t>第{i}段{i * 7919 % 10007}</t></r></p>"));
        var text = Text(Cut(Word(paragraphs), .6), "docx");
        text.ShouldContain("第99段");
        text.ShouldNotContain("第19999段");
        Text(new MemoryStream(HostilePdf.With().ToArray()[..^120]), "pdf").ShouldContain("hello");
    }

    [Theory]
    [MemberData(nameof(Readable))]
    public void Should_end_with_noise_and_with_nothing(string extension)
    {
        var noise = new byte[50_000];
        new Random(7).NextBytes(noise);
        Refusal(new MemoryStream(noise), extension);
        var head = extension == "pdf" ? "%PDF-1.7\n"u8 : "PK\u0003\u0004"u8;
        Refusal(new MemoryStream([.. head, .. noise]), extension);
        FileTypeDetector.Detect(new MemoryStream(), "a." + extension).Refusal.ShouldBe("这是空文件");
    }
}
