using static TeacherGrowthHub.Tests.ResourceBank.HostilePdf;
using static TeacherGrowthHub.Tests.ResourceBank.HostileReading;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>A PDF made to hang, to blow up or to crash a reader ends in text or in a sentence.</summary>
public sealed class HostilePdfTests
{
    [Fact]
    public void Should_end_with_circles()
    {
        Refusal(With((3, "<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>")), "pdf");
        Refusal(With((2, "<</Type/Pages/Count 1/Kids[2 0 R 2 0 R]/Parent 2 0 R>>")), "pdf");
        Text(With((6, Stream("/X Do", "/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>"))), "pdf").ShouldContain("hello");
        const string catalog = "<</Type/Catalog/Pages 2 0 R/Outlines 8 0 R/AcroForm<</Fields[9 0 R]>>>>";
        const string bookmark = "<</Title(mark)/First 8 0 R/Next 8 0 R>>";
        var circles = Text(With((1, catalog), (8, bookmark), (9, "<</T(field)/Kids[9 0 R]/Parent 9 0 R>>")), "pdf");
        circles.ShouldContain("mark");
        circles.ShouldContain("field");
    }

    [Fact]
    public void Should_end_with_an_object_stream_that_holds_itself()
    {
        const string packed = "2 0 7 36 <</Type/Pages/Count 1/Kids[3 0 R]>> <</Type/ObjStm>>";
        var file = With((2, "null"), (7, Stream(packed, "/Type/ObjStm/N 2/First 9/Extends 7 0 R"))).ToArray();
        Text(new MemoryStream(file), "pdf");
        Text(new MemoryStream(file[..^150]), "pdf");
    }

    [Fact]
    public void Should_end_with_heaps_and_depths()
    {
        Refusal(With((4, Packed(400L << 20))), "pdf").ShouldContain("异常庞大");
        Text(With((4, Stream(HostileOffice.Repeat("q ", 50_000) + "BT /F 12 Tf (hello) Tj ET"))), "pdf").ShouldContain("hello");
        Text(With((4, Stream(HostileOffice.Repeat("[", 50_000)))), "pdf").ShouldBeEmpty();
        Text(With((2, "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>")), "pdf").ShouldContain("hello");
    }

    [Theory]
    [InlineData("/ColorSpace<</C/C>>", "/C cs 1 sc")]
    [InlineData("/Shading<</S 8 0 R>>", "/S sh")]
    [InlineData("", "/Nothing sh BI /W 1 ID (BT EI")]
    public void Should_read_a_page_that_cannot_be_drawn(string resources, string drawing)
    {
        var page = Page.Replace("/XObject", resources + "/XObject", StringComparison.Ordinal) + ">>";
        var content = Stream($"{drawing} BT /F 12 Tf 20 20 Td (hel\\)lo) Tj ET");
        var shading = "<</ShadingType 2/ColorSpace[/Indexed 8 0 R 1 (ab)]/Coords[0 0 1 1]/Function[0]>>";
        Text(With((3, page), (4, content), (8, shading)), "pdf").ShouldContain("hel)lo");
    }
}
