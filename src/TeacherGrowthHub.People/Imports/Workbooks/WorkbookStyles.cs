using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>The few looks of our workbooks; their places in the list are their numbers.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;
    public const uint Header = 1;
    public const uint RequiredHeader = 2;

    /// <summary>Text format, so that what is typed later keeps its zeros.</summary>
    public const uint Text = 3;
    public const uint Day = 4;
    public const uint Example = 5;
    public const uint Rate = 6;

    private const uint TextFormat = 49;
    private const uint DayFormat = 164;
    private const uint RateFormat = 165;

    public static Stylesheet Create() =>
        new(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" },
                new NumberingFormat { NumberFormatId = RateFormat, FormatCode = "0.0%" }
            ),
            new Fonts(FontOf(), FontOf(isBold: true), FontOf(isBold: true, "FF8A3B12"), FontOf(color: "FF6B7A80")),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE3F0F2" }) { PatternType = PatternValues.Solid })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Format(0, 0, 0),
                Format(TextFormat, 1, 2),
                Format(TextFormat, 2, 2),
                Format(TextFormat, 0, 0),
                Format(DayFormat, 0, 0),
                Format(TextFormat, 3, 0),
                Format(RateFormat, 0, 0)
            )
        );

    private static Font FontOf(bool isBold = false, string? color = null)
    {
        var font = new Font();
        if (isBold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 11 });
        if (color is not null)
            font.Append(new Color { Rgb = color });
        return font;
    }

    private static CellFormat Format(uint number, uint font, uint fill) =>
        new()
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = 0,
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
        };
}
