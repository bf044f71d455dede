namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>A cell as its reader sees it on the screen.</summary>
/// <param name="Text">What it shows; empty for an empty cell.</param>
/// <param name="Day">The day, when it is a number with the format of a date.</param>
/// <param name="Problem">Chinese source text why the value must not be used, with <paramref name="Text"/> for its place.</param>
/// <param name="IsNumber">Stored as a number: leading zeros may have been lost.</param>
internal readonly record struct SheetCell(string Text, DateOnly? Day = null, string? Problem = null, bool IsNumber = false)
{
    public static readonly SheetCell Empty = new("");

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Problem is null;
}

/// <summary>A row that holds something.</summary>
/// <param name="number">Its number in the sheet, from 1.</param>
/// <param name="cells">From column A on.</param>
internal sealed class SheetRow(int number, SheetCell[] cells)
{
    private SheetCell[] _cells = cells;

    public int Number { get; } = number;
    public int Width => _cells.Length;

    public SheetCell this[int column]
    {
        get => column < _cells.Length ? _cells[column] : SheetCell.Empty;
        set
        {
            var before = _cells.Length;
            if (column >= before)
            {
                Array.Resize(ref _cells, column + 1);
                Array.Fill(_cells, SheetCell.Empty, before, column - before);
            }
            _cells[column] = value;
        }
    }
}

/// <summary>A remark on the workbook as a whole: Chinese source text and what goes into its places.</summary>
public sealed record WorkbookNote(string Text, params string[] Arguments);
