using System.Globalization;
using System.IO.Compression;
using System.Text;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>The text is what a reader of the file sees, wherever in the file it stands.</summary>
public sealed class ShownTextTests
{
    [Theory]
    [InlineData(-1234.567, "#,##0.00;[Red](#,##0.00)", "(1,234.57)")]
    [InlineData(0.256, "0%", "26%")]
    [InlineData(12345, "0.00E+00", "1.23E+04")]
    [InlineData(1.75, "# ?/?", "1 3/4")]
    [InlineData(1.5, "# ?/8", "1 4/8")]
    [InlineData(5551234, "000-0000", "555-1234")]
    [InlineData(1234567, "#,##0,", "1,235")]
    [InlineData(7, "\"第\"0\"课\"", "第7课")]
    [InlineData(50, "[>=60]\"合格\";\"不合格\"", "不合格")]
    [InlineData(1234.5, "[$¥-804]#,##0.00", "¥1,234.50")]
    [InlineData(45292, "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2024年1月1日")]
    [InlineData(45292.75, "h:mm AM/PM", "6:00 PM")]
    [InlineData(1.5, "[h]:mm:ss", "36:00:00")]
    [InlineData(13912345678, "General", "13912345678")]
    [InlineData(123456789012, "General", "123456789012")]
    [InlineData(0.30000000000000004, "General", "0.3")]
    public void Should_show_a_number_as_its_format_does(double value, string format, string shown)
    {
        var code = System.Security.SecurityElement.Escape(format);
        var file = HostileOffice.Zip(
            ("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='表' r:id='a'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", HostileOffice.Relations("sheet1.xml", "styles.xml")),
            ("xl/sheet1.xml", $"<worksheet><row><c s='0'><v>{value.ToString("R", CultureInfo.InvariantCulture)}</v></c></row></worksheet>"),
            (
                "xl/styles.xml",
                $"<s><numFmts><numFmt numFmtId='200' formatCode='{code}'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs></s>"
            )
        );
        Text(file, ".xlsx").ShouldBe("表\n" + shown);
    }

    [Fact]
    public void Should_read_notes_with_their_numbers_and_keep_words_together_under_pinyin()
    {
        var file = HostileOffice.Zip(
            (
                "word/document.xml",
                "<document><body><p><r><ruby><rt><r><t>xīn</t></r></rt><rubyBase><r><t>心</t></r></rubyBase></ruby></r><r><t>理</t></r></p></body></document>"
            ),
            ("word/footnotes.xml", "<footnotes><footnote id='3'><p><r><t>出处</t></r></p></footnote></footnotes>")
        );
        Text(file, ".docx").ShouldBe("心理 (xīn)\n[3]出处");
    }

    [Fact]
    public void Should_read_a_shape_once_that_stands_twice_for_older_readers()
    {
        const string shape = "<a:p xmlns:a='drawingml'><a:r><a:t>形状</a:t></a:r></a:p>";
        var slide = $"<sld><AlternateContent><Choice>{shape}</Choice><Fallback>{shape}</Fallback></AlternateContent></sld>";
        Text(HostileOffice.Slide(slide), ".pptx").ShouldBe("形状");
    }

    [Fact]
    public void Should_read_words_drawn_in_a_picture()
    {
        var text = Encoding.Unicode.GetBytes("示意图");
        var record = new byte[76 + text.Length + 2];
        BitConverter.TryWriteBytes(record.AsSpan(0), 84);
        BitConverter.TryWriteBytes(record.AsSpan(4), record.Length);
        BitConverter.TryWriteBytes(record.AsSpan(44), 3);
        BitConverter.TryWriteBytes(record.AsSpan(48), 76);
        text.CopyTo(record, 76);
        var head = new byte[88];
        BitConverter.TryWriteBytes(head.AsSpan(0), 1);
        BitConverter.TryWriteBytes(head.AsSpan(4), head.Length);
        " EMF"u8.CopyTo(head.AsSpan(40));
        var file = HostileOffice.Word("<p/>");
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var picture = zip.CreateEntry("word/media/image1.emf").Open();
            picture.Write([.. head, .. record]);
        }
        Text(file, ".docx").ShouldContain("示意图");
    }

    [Fact]
    public void Should_read_notes_and_both_kinds_of_forms_of_a_pdf()
    {
        const string xfa = "<xdp><template><field><caption><value><text>Caption</text></value></caption></field></template></xdp>";
        var file = HostilePdf.With(
            (1, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R]/XFA 9 0 R>>>>"),
            (3, HostilePdf.Page + "/Annots[7 0 R]>>"),
            (7, "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Author)/Contents(Remark)>>"),
            (8, "<</FT/Tx/T(field)/TU(Tip)/V(Value)>>"),
            (9, HostilePdf.Stream(xfa))
        );
        var text = Text(file, ".pdf");
        foreach (var word in (string[])["hello", "Author", "Remark", "Tip", "Value", "Caption"])
            text.ShouldContain(word);
    }

    [Theory]
    [InlineData("BT /F 12 Tf 0 1 -1 0 50 50 Tm (turned) Tj ET", "turned")]
    [InlineData("BT /F 12 Tf 20 50 Td [(g) 550 (g) (o) 550 (o)] TJ ET", "go")]
    [InlineData("BT /F 12 Tf 20 50 Td (bold) Tj ET BT /F 12 Tf 20.3 50 Td (bold) Tj ET", "bold")]
    [InlineData("BT /F 12 Tf 20 50 Td [(one) -600 (two)] TJ ET", "one two")]
    [InlineData("BT /F 12 Tf 20 50 Td [(o) -40 (ne)] TJ ET", "one")]
    public void Should_put_letters_of_a_pdf_into_words(string content, string line) =>
        Text(HostilePdf.With((4, HostilePdf.Stream(content))), ".pdf").Split('\n').ShouldContain(line);

    private static string Text(MemoryStream file, string extension)
    {
        file.Position = 0;
        return TextExtractor.Read(file, extension).Text;
    }
}
