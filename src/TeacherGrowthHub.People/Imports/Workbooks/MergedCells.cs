using System.Globalization;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>
/// Merged downwards, a value is meant for every row (one school beside its teachers); merged sideways, it belongs to its first column.
/// </summary>
internal static class MergedCells
{
    private const int MostSteps = 2_000_000;

    /// <returns>How many cells were filled.</returns>
    public static int Fill(IReadOnlyList<SheetRow> rows, IEnumerable<string> ranges)
    {
        var places = rows.Select((row, index) => (row.Number, index)).DistinctBy(pair => pair.Number).ToDictionary();
        var filled = 0;
        var steps = 0;
        foreach (var range in ranges)
        {
            if (Parse(range) is not { } area || !places.TryGetValue(area.First, out var top))
                continue;
            var value = rows[top][area.Column];
            for (var i = top + 1; i < rows.Count && rows[i].Number <= area.Last && !value.IsEmpty; i++)
            {
                if (++steps > MostSteps)
                    throw new RefusedException("合并的单元格太多，没有读取") { Field = "File" };
                if (!rows[i][area.Column].IsEmpty)
                    continue;
                rows[i][area.Column] = value;
                filled++;
            }
        }
        return filled;
    }

    private static (int Column, int First, int Last)? Parse(string range)
    {
        var ends = range.Split(':');
        return ends.Length == 2 && SheetReader.ColumnOf(ends[0]) is { } column && Row(ends[0]) is { } first && Row(ends[1]) is { } last
            ? (column, first, last)
            : null;
    }

    private static int? Row(string reference) =>
        int.TryParse(
            reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var row
        )
            ? row
            : null;
}
