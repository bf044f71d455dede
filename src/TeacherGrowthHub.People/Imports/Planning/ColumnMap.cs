using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>Which column of the sheet is which; their order is free, and a title may stand above them.</summary>
internal sealed class ColumnMap
{
    private const int RowsToLookAt = 20;
    private readonly Dictionary<ImportColumn, int> _places = [];

    private ColumnMap(int headerIndex, IReadOnlyList<string> headers) => (HeaderIndex, Headers) = (headerIndex, headers);

    /// <summary>Place of the header row among the filled rows.</summary>
    public int HeaderIndex { get; }

    /// <summary>All headers as they stand, unknown ones too.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Headers that are none of ours.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    /// <summary>Place of a column; null when the workbook has none.</summary>
    public int? this[ImportColumn column] => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>Whether one of the first rows looks like headers of ours.</summary>
    public static bool IsIn(IReadOnlyList<SheetRow> rows, IReadOnlyList<ImportColumn> columns) => FindHeader(rows, columns) >= 0;

    /// <exception cref="RefusedException">A required column is missing, or one is there twice.</exception>
    public static ColumnMap Read(IReadOnlyList<SheetRow> rows, IReadOnlyList<ImportColumn> columns)
    {
        var index = FindHeader(rows, columns);
        var row = rows[index];
        var map = new ColumnMap(index, [.. Enumerable.Range(0, row.Width).Select(place => NameOf(row[place]))]);
        foreach (var (header, place) in map.Headers.Select((header, place) => (header, place)))
        {
            if (columns.FirstOrDefault(column => column.Header == header) is { } column && !map._places.TryAdd(column, place))
                throw new RefusedException("表头“{0}”出现了两次，请删去一列", header) { Field = "File" };
        }
        var missing = columns.Where(column => column.IsRequired && map[column] is null).Select(column => column.Header).ToList();
        if (missing.Count > 0)
            throw new RefusedException("表中缺少必需的列：{0}。请对照模板补上", string.Join('、', missing)) { Field = "File" };
        map.Unknown =
        [
            .. map.Headers.Where(header => header.Length > 0 && header != WorkbookWords.Reason && columns.All(c => c.Header != header)),
        ];
        return map;
    }

    private static int FindHeader(IReadOnlyList<SheetRow> rows, IReadOnlyList<ImportColumn> columns)
    {
        var known = columns.Select(column => column.Header).ToHashSet();
        var best = rows.Take(RowsToLookAt).Select((row, index) => (Count: CountKnown(row, known), index)).MaxBy(pair => pair.Count);
        return best.Count >= 2 ? best.index : -1;
    }

    private static int CountKnown(SheetRow row, HashSet<string> known) =>
        Enumerable.Range(0, row.Width).Select(place => NameOf(row[place])).Where(known.Contains).Distinct().Count();

    // "工号*", "姓 名", "学校（必填）", "手机号：".
    private static string NameOf(SheetCell cell)
    {
        var text = Typed.Clean(cell.Text)?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        var end = text.IndexOfAny(['*', '(', ':']);
        return end > 0 ? text[..end] : text.TrimStart('*');
    }
}
