using System.Globalization;
using System.Text;
using System.Xml;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>Reads the filled rows of a sheet as a stream; a million empty ones cost time only.</summary>
internal sealed class SheetReader(IReadOnlyList<string> strings, NumberFormats formats)
{
    /// <summary>Most filled rows of a workbook.</summary>
    public const int MostRows = 120_000;

    private const int MostColumns = 64;
    private const int MostCharacters = 48 << 20;
    private const int MostMerges = 100_000;
    private const string NotSaved = "这一格的公式没有保存结果。请复制后“选择性粘贴”为数值，再上传";
    private const string ErrorValue = "这一格是错误值 {0}，请改正后再上传";

    private readonly List<SheetRow> _rows = [];
    private readonly List<string> _merges = [];
    private readonly List<SheetCell> _cells = [];
    private readonly StringBuilder _text = new();
    private int _row;
    private int _column;
    private int _style;
    private string? _type;
    private bool _isFormula;
    private bool _isCollecting;
    private bool _isPhonetic;
    private bool _isHidden;
    private int _characters;

    /// <summary>Cells whose value is a formula's saved result.</summary>
    public int Formulas { get; private set; }

    /// <summary>Filled rows that are hidden or filtered away.</summary>
    public int HiddenRows { get; private set; }

    /// <summary>References of the merged cells, <c>A2:A5</c>.</summary>
    public IReadOnlyList<string> Merges => _merges;

    /// <exception cref="RefusedException">More than can be imported at once.</exception>
    /// <exception cref="XmlException">Not well-formed.</exception>
    public List<SheetRow> Read(Stream part)
    {
        using var reader = WorkbookXml.Open(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName);
            else if (_isCollecting && WorkbookXml.IsText(reader.NodeType))
                _text.Append(reader.Value);
        }
        return _rows;
    }

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "row":
                BeginRow(reader);
                break;
            case "c":
                _column = ColumnOf(reader.GetAttribute("r")) ?? _column + 1;
                // An empty cell with nothing but a style is the most frequent element of a large sheet.
                if (!reader.IsEmptyElement)
                    BeginCell(reader);
                break;
            case "f":
                _isFormula = true;
                break;
            case "v" or "t":
                _isCollecting = !reader.IsEmptyElement && !_isPhonetic;
                break;
            case "rPh":
                _isPhonetic = !reader.IsEmptyElement;
                break;
            case "mergeCell" when _merges.Count < MostMerges && reader.GetAttribute("ref") is { } range:
                _merges.Add(range);
                break;
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "v" or "t":
                _isCollecting = false;
                break;
            case "rPh":
                _isPhonetic = false;
                break;
            case "c":
                Keep(Value());
                break;
            case "row":
                EndRow();
                break;
        }
    }

    private void BeginRow(XmlReader reader)
    {
        _row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : _row + 1;
        _column = -1;
        _cells.Clear();
        _isHidden = !reader.IsEmptyElement && reader.GetAttribute("hidden") is "1" or "true";
    }

    private void BeginCell(XmlReader reader)
    {
        _type = reader.GetAttribute("t");
        _style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;
        _isFormula = false;
        _text.Clear();
    }

    private SheetCell Value()
    {
        var raw = _text.ToString();
        if (_isFormula && raw.Length == 0)
            return _type == "str" ? SheetCell.Empty : new SheetCell("", Problem: NotSaved);
        return _type switch
        {
            "s" => Shared(raw),
            "b" => new SheetCell(raw == "1" ? WorkbookWords.Yes : WorkbookWords.No),
            "e" => new SheetCell(raw, Problem: ErrorValue),
            "str" or "inlineStr" or "d" => new SheetCell(raw),
            _ => formats.Show(raw, _style),
        };
    }

    private SheetCell Shared(string raw) =>
        int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? new SheetCell(strings[index])
            : SheetCell.Empty;

    private void Keep(SheetCell cell)
    {
        if (cell.IsEmpty || _column >= MostColumns)
            return;
        if ((_characters += cell.Text.Length) > MostCharacters)
            throw new RefusedException("表中文字太多，没有读取。请分几次导入") { Field = "File" };
        if (_isFormula)
            Formulas++;
        while (_cells.Count < _column)
            _cells.Add(SheetCell.Empty);
        if (_cells.Count == _column)
            _cells.Add(cell);
    }

    private void EndRow()
    {
        if (_cells.Count == 0)
            return;
        if (_rows.Count > MostRows)
            throw new RefusedException("表中超过 {0} 行，请分几次导入", MostRows) { Field = "File" };
        if (_isHidden)
            HiddenRows++;
        _rows.Add(new SheetRow(_row, [.. _cells]));
    }

    /// <summary>Column of a reference, from 0: <c>B7</c> is 1; null when it is none.</summary>
    internal static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter))
                break;
            column = Math.Min(column * 26 + (letter - 'A' + 1), 1 << 20);
        }
        return column == 0 ? null : column - 1;
    }
}
