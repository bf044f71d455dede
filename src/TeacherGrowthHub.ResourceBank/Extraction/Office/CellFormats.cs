using System.Globalization;
using System.Xml.Linq;
using ExcelNumberFormat;

namespace TeacherGrowthHub.ResourceBank.Extraction.Office;

/// <summary>Numbers of a workbook as they are shown.</summary>
internal sealed class CellFormats(IReadOnlyList<NumberFormat> formats, bool isFrom1904)
{
    private const int DaysTo1904 = 1462;
    private const double LastDay = 2_958_465; // 31 December 9999
    private static readonly NumberFormat General = new("General");

    /// <summary>Formats without a code in the file, those of Chinese Excel among them.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "$#,##0_);($#,##0)",
        [6] = "$#,##0_);($#,##0)",
        [7] = "$#,##0.00_);($#,##0.00)",
        [8] = "$#,##0.00_);($#,##0.00)",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [14] = "m/d/yy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [27] = "yyyy年m月",
        [28] = "m月d日",
        [29] = "m月d日",
        [30] = "m-d-yy",
        [31] = "yyyy年m月d日",
        [32] = "h时mm分",
        [33] = "h时mm分ss秒",
        [34] = "上午/下午h时mm分",
        [35] = "上午/下午h时mm分ss秒",
        [36] = "yyyy年m月",
        [37] = "#,##0_);(#,##0)",
        [38] = "#,##0_);(#,##0)",
        [39] = "#,##0.00_);(#,##0.00)",
        [40] = "#,##0.00_);(#,##0.00)",
        [41] = "#,##0;-#,##0;\"-\"",
        [42] = "$#,##0;-$#,##0;$\"-\"",
        [43] = "#,##0.00;-#,##0.00;\"-\"??",
        [44] = "$#,##0.00;-$#,##0.00;$\"-\"??",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss.0",
        [48] = "##0.0E+0",
        [50] = "yyyy年m月",
        [51] = "m月d日",
        [52] = "yyyy年m月",
        [53] = "m月d日",
        [54] = "m月d日",
        [55] = "上午/下午h时mm分",
        [56] = "上午/下午h时mm分ss秒",
        [57] = "yyyy年m月",
        [58] = "m月d日",
    };

    public static CellFormats Read(XElement? styles, XElement? workbook)
    {
        var own = (styles?.Descendants() ?? [])
            .Where(element => element.Name.LocalName == "numFmt" && int.TryParse(element.Attribute("numFmtId")?.Value, out _))
            .GroupBy(element => int.Parse(element.Attribute("numFmtId")!.Value, CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.First().Attribute("formatCode")?.Value ?? "");
        var cells = styles?.Elements().FirstOrDefault(element => element.Name.LocalName == "cellXfs")?.Elements() ?? [];
        var isFrom1904 = (workbook?.Descendants() ?? []).Any(element => element.Attribute("date1904")?.Value is "1" or "true");
        var formats = new Dictionary<string, NumberFormat>();
        return new CellFormats([.. cells.Select(cell => FormatOf(CodeOf(cell, own), formats))], isFrom1904);
    }

    /// <summary>A stored number as the cell of that style shows it.</summary>
    public string Show(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        var format = int.TryParse(style, out var index) && index >= 0 && index < formats.Count ? formats[index] : General;
        if (format.IsDateTimeFormat && number is < 0 or > LastDay)
            format = General;
        return Shown(format, isFrom1904 && format.IsDateTimeFormat ? number + DaysTo1904 : number);
    }

    // A format that the library cannot read shows the number plainly.
    private static string Shown(NumberFormat format, double number) =>
        (format.IsValid ? format : General).Format(number, CultureInfo.InvariantCulture).Trim();

    private static NumberFormat FormatOf(string code, Dictionary<string, NumberFormat> formats) =>
        formats.TryGetValue(code, out var known) ? known : formats[code] = new NumberFormat(code.Length == 0 ? "General" : code);

    private static string CodeOf(XElement cell, Dictionary<int, string> own) =>
        int.TryParse(cell.Attribute("numFmtId")?.Value, out var id) ? own.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id, "") : "";
}
