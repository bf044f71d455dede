using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelNumberFormat;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>Decides which stored numbers are days, and shows those whose format pads them with zeros as they are shown.</summary>
internal sealed partial class NumberFormats
{
    private const double DaysTo1904 = 1462;
    private const double LastDay = 2_958_465; // 31 December 9999
    private const double ExactBelow = 1e15;
    private const string Lost = "“{0}”超过 15 位，Excel 已丢掉末尾的数字。请把这一格设为文本后重新填写";

    // Formats without a code in the file, those of Chinese Excel among them.
    private static readonly HashSet<uint> BuiltInDays = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
    private readonly List<(bool IsDay, NumberFormat? Padding)> _styles = [];
    private readonly bool _isFrom1904;

    public NumberFormats(Stylesheet? styles, bool isFrom1904)
    {
        _isFrom1904 = isFrom1904;
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(group => group.Key, group => new NumberFormat(group.First().FormatCode?.Value ?? ""));
        foreach (var cell in styles?.CellFormats?.Elements<CellFormat>() ?? [])
            _styles.Add(Style(cell.NumberFormatId?.Value ?? 0, own));
    }

    /// <summary>A stored number as a cell of that style shows it.</summary>
    public SheetCell Show(string stored, int style)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new SheetCell(stored);
        var (isDay, padding) = style >= 0 && style < _styles.Count ? _styles[style] : default;
        if (isDay && number is >= 1 and <= LastDay)
            return Day(number);
        if (padding is not null)
            return new SheetCell(padding.Format(number, CultureInfo.InvariantCulture));
        var text = number.ToString("0.###############", CultureInfo.InvariantCulture);
        return new SheetCell(text, Problem: Math.Abs(number) >= ExactBelow ? Lost : null, IsNumber: true);
    }

    private SheetCell Day(double number)
    {
        var day = DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(number) + (_isFrom1904 ? DaysTo1904 : 0)));
        return new SheetCell(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);
    }

    private static (bool IsDay, NumberFormat? Padding) Style(uint id, Dictionary<uint, NumberFormat> own)
    {
        if (!own.TryGetValue(id, out var format))
            return (BuiltInDays.Contains(id), null);
        if (!format.IsValid)
            return default;
        // "yyyy" or "d": a time of day alone is no day.
        var isDay = format.IsDateTimeFormat && Days().IsMatch(Quoted().Replace(format.FormatString, ""));
        return (isDay, !isDay && Padded().IsMatch(format.FormatString) ? format : null);
    }

    [GeneratedRegex("[yYdDeE年日]")]
    private static partial Regex Days();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.")]
    private static partial Regex Quoted();

    // Zeros and fixed words only: 000000, "T"0000.
    [GeneratedRegex("^(?:\"[^\"]*\"|\\\\.|0)+$")]
    private static partial Regex Padded();
}
