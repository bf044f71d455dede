using System.Text;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;
using UglyToad.PdfPig;

namespace TeacherGrowthHub.Tests.TrainingHours.Certificates;

public sealed class CertificatePaperTests
{
    private const string Number = "XS-2026-000017";
    private const string Code = "7K3M92QD0A1B2C3D4E5F";
    private const string Site = "https://teachers.example.org";

    [Fact]
    public void Should_say_everything_in_characters_that_can_be_copied()
    {
        var text = TextOf(Print(Face("杨生日月"), out _));
        text.ShouldContain("杨生日月老师（工号LY20180342）");
        text.ShouldContain("共计12.5学时，达到班主任10学时、学科教师5学时的要求。特此证明。");
        text.ShouldContain("心理课集体备课教研活动2025年10月15日444");
        text.ShouldContain("合计2项12.512.512.5");
        text.ShouldContain(Number);
        text.ShouldContain("7K3M9-2QD0A-1B2C3-D4E5F");
        text.ShouldContain("teachers.example.org/verify");
        text.ShouldContain("保山市教育体育局");
        text.ShouldContain("2026年5月19日");
        text.ShouldContain("（盖章处）");
    }

    [Fact]
    public void Should_embed_a_cut_down_font_and_stay_small()
    {
        var bytes = Print(Face(), out _);
        bytes.Length.ShouldBeLessThan(80_000);
        var raw = Encoding.Latin1.GetString(bytes);
        raw.ShouldContain("/FontFile2");
        raw.ShouldContain("NotoSerifSC");
    }

    [Fact]
    public void Should_print_the_same_bytes_again() => Print(Face(), out _).ShouldBe(Print(Face(), out _));

    [Fact]
    public void Should_go_on_further_pages_with_all_lines_and_page_numbers()
    {
        var lines = Enumerable.Range(1, 45).Select(i => Line(i, $"第{i}次研修", 50)).ToList();
        var pdf = Print(Face() with { Lines = lines }, out var pages);
        pages.ShouldBe(3);
        var text = TextOf(pdf);
        for (var i = 1; i <= 45; i++)
            text.ShouldContain($"第{i}次研修");
        text.ShouldContain("第3页，共3页");
        text.ShouldContain("合计45项22.5");
    }

    [Fact]
    public void Should_say_what_is_missing()
    {
        var face = Face() with
        {
            Duties =
            [
                new FaceDuty(DutyKind.Backbone, 4000, 1250, StandingState.Missing),
                new FaceDuty(DutyKind.ClassTeacher, 0, 0, StandingState.Exempt),
            ],
        };
        TextOf(Print(face, out _)).ShouldContain("骨干教师要求40学时，计入12.5学时，未达标；班主任免修。");
    }

    [Fact]
    public void Should_keep_within_the_page_whatever_the_names()
    {
        var face = Face(new string('长', 40)) with
        {
            School = new string('校', 60),
            Bureau = new string('局', 40),
            Lines = [Line(1, new string('题', 200), 400)],
        };
        using var pdf = PdfDocument.Open(Print(face, out _));
        var page = pdf.GetPage(1);
        page.Letters.ShouldAllBe(letter => letter.BoundingBox.Right < page.Width - 18 && letter.BoundingBox.Left > 18);
    }

    [Fact]
    public void Should_refuse_a_character_that_no_font_has_instead_of_printing_a_box() =>
        Should.Throw<RefusedException>(() => Print(Face("李\U000323A0"), out _)).Arguments.ShouldContain("\U000323A0");

    internal static CertificateFace Face(string teacher = "杨砚") =>
        new(
            teacher,
            "LY20180342",
            "隆阳区云岫中学",
            2025,
            [
                new FaceDuty(DutyKind.ClassTeacher, 1000, 1250, StandingState.Met),
                new FaceDuty(DutyKind.SubjectTeacher, 500, 1250, StandingState.Met),
            ],
            [Line(1, "心理课集体备课", 400), Line(2, "危机识别", 850)],
            "保山市教育体育局",
            new DateOnly(2026, 5, 19)
        );

    private static FaceLine Line(int sequence, string title, int hundredths) =>
        new(sequence, title, "教研活动", new DateOnly(2025, 10, 15), new DateOnly(2025, 10, 15), hundredths, [hundredths, hundredths]);

    private static byte[] Print(CertificateFace face, out int pages)
    {
        var bytes = new CertificatePress().Print(CertificateKind.Year, face, Number, Code, Site);
        using var pdf = PdfDocument.Open(bytes);
        pages = pdf.NumberOfPages;
        return bytes;
    }

    private static string TextOf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }
}
