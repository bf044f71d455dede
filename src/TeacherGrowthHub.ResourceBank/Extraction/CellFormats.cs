using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Numbers of a workbook as they are shown: dates, percentages, decimals; the rest in general form.</summary>
internal sealed partial class CellFormats(IReadOnlyList<string> codes)
{
    private const double LastExcelDay = 2_958_466;

    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [14] = "m/d/yy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [37] = "#,##0",
        [38] = "#,##0",
        [39] = "#,##0.00",
        [40] = "#,##0.00",
        [45] = "mm:ss",
        [47] = "mm:ss",
    };

    public static CellFormats Read(XElement? styles)
    {
        var own = (styles?.Descendants() ?? [])
            .Where(element => element.Name.LocalName == "numFmt" && int.TryParse(element.Attribute("numFmtId")?.Value, out _))
            .GroupBy(element => int.Parse(element.Attribute("numFmtId")!.Value, CultureInfo.InvariantCulture))
            .ToDictionary(group => group.Key, group => group.First().Attribute("formatCode")?.Value ?? "");
        var cells = styles?.Elements().FirstOrDefault(element => element.Name.LocalName == "cellXfs")?.Elements() ?? [];
        return new CellFormats([.. cells.Select(cell => CodeOf(cell, own))]);
    }

    /// <summary>A stored number as the cell of that style shows it.</summary>
    public string Show(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        var code = int.TryParse(style, out var index) && index >= 0 && index < codes.Count ? codes[index] : "";
        var plain = Literals().Replace(code.Split(';')[0], "");
        if (IsDate(plain) && number is >= 0 and < LastExcelDay)
            return ShowDate(DateTime.FromOADate(number), plain);
        if (plain.Contains('%'))
            return (number * 100).ToString(Decimals(plain), CultureInfo.InvariantCulture) + "%";
        if (plain.Contains("0.0", StringComparison.Ordinal) || plain is "0" or "#,##0")
            return number.ToString((plain.Contains(',') ? "#,##" : "") + Decimals(plain), CultureInfo.InvariantCulture);
        return number.ToString("G11", CultureInfo.InvariantCulture);
    }

    private static string CodeOf(XElement cell, Dictionary<int, string> own) =>
        int.TryParse(cell.Attribute("numFmtId")?.Value, out var id) ? own.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id, "") : "";

    private static bool IsDate(string code) =>
        code.IndexOfAny(['y', 'd', 'h']) >= 0
        || code.Contains("mm:ss", StringComparison.Ordinal)
        || code.Contains("mmm", StringComparison.Ordinal);

    private static string Decimals(string code)
    {
        var point = code.IndexOf('.');
        return point < 0 ? "0" : "0." + new string('0', code[(point + 1)..].TakeWhile(c => c == '0').Count());
    }

    private static string ShowDate(DateTime date, string code)
    {
        // In Excel "m" is a month beside days and years, minutes beside hours and seconds.
        var hasClock = code.Contains('h') || code.Contains('s');
        var day = code.IndexOfAny(['y', 'd']) >= 0 || (code.Contains('m') && !hasClock);
        var net = code.Replace("AM/PM", "tt", StringComparison.Ordinal).Replace("am/pm", "tt", StringComparison.Ordinal);
        if (!net.Contains("tt"))
            net = net.Replace('h', 'H');
        net = day ? Months().Replace(net, match => match.Value.ToUpperInvariant()) : net;
        try
        {
            return date.ToString(net.Length == 1 ? "%" + net : net, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return date.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.")]
    private static partial Regex Literals();

    [GeneratedRegex("(?<![Hh:])m+(?!:)")]
    private static partial Regex Months();
}
