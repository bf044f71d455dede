using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>A table of the lesson's process: 环节 | 时间 | 教师活动 | 学生活动 | 设计意图, in any order and choice.</summary>
internal sealed class ProcessTable
{
    private const int MaxTitle = 8;
    private readonly Dictionary<int, Role> _roles;
    private readonly bool _hasNames;
    private StepDraft? _last;

    private ProcessTable(Dictionary<int, Role> roles) => (_roles, _hasNames) = (roles, roles.ContainsValue(Role.Name));

    public int Columns => _roles.Count;

    /// <summary>The table that begins with this row; null when the row is no header.</summary>
    public static ProcessTable? FromHeader(IReadOnlyList<TableCell> row)
    {
        var roles = row.ToDictionary(cell => cell.Column, cell => StepWords.OfColumn(cell.Text));
        Resolve(roles, row);
        var known = roles.Where(pair => pair.Value != Role.None).ToDictionary();
        var isHeader =
            known.Count >= 2
            && row.All(cell => cell.Text.Trim().Length <= MaxTitle * 2)
            && known.Values.Distinct().Count() >= 2
            && (known.ContainsValue(Role.Teacher) || known.ContainsValue(Role.Students))
            && known.Count >= row.Count - (known.Count > 2 ? 2 : 1)
            && row.All(cell => !known.ContainsKey(cell.Column) || Headings.StripNumber(cell.Text) == cell.Text.Trim());
        return isHeader ? new ProcessTable(known) : null;
    }

    /// <summary>The table below the heading of a process whose columns have unknown names: the first names the steps.</summary>
    public static ProcessTable? Guess(IReadOnlyList<TableCell> row, IReadOnlyList<TableCell> below)
    {
        var isHeader =
            row.Count >= 2
            && row.Select(cell => cell.Column).SequenceEqual(below.Select(cell => cell.Column))
            && row.All(cell => cell.Text.Trim() is { Length: > 0 and <= MaxTitle } title && title.All(char.IsLetter))
            && below.Any(cell => cell.Text.Length > MaxTitle * 2);
        if (!isHeader)
            return null;
        var roles = row.ToDictionary(cell => cell.Column, cell => StepWords.OfColumn(cell.Text));
        Resolve(roles, row);
        if (!roles.ContainsValue(Role.Name))
            roles[row[0].Column] = Role.Name;
        return new ProcessTable(roles.ToDictionary(pair => pair.Key, pair => pair.Value == Role.None ? Role.Teacher : pair.Value));
    }

    // 教学过程 names the steps where no other column does; beside 环节 it is what is done.
    private static void Resolve(Dictionary<int, Role> roles, IReadOnlyList<TableCell> row)
    {
        var acts = roles.ContainsValue(Role.Teacher) || roles.ContainsValue(Role.Students);
        foreach (var cell in row.Where(cell => roles[cell.Column] is Role.Weak))
        {
            roles[cell.Column] = !roles.ContainsValue(Role.Name) && (acts || cell != row[^1]) ? Role.Name : Role.Teacher;
            acts |= roles[cell.Column] == Role.Teacher;
        }
        acts |= roles.ContainsValue(Role.Teacher);
        if (!acts && roles.Count(pair => pair.Value == Role.Name) > 1)
            roles[row.Last(cell => roles[cell.Column] == Role.Name).Column] = Role.Teacher;
        // 教学过程 | 设计意图: the names stand in the text.
        if (!acts && row.Count == 2 && row.FirstOrDefault(cell => roles[cell.Column] == Role.Name) is { } only)
            roles[only.Column] = Role.Teacher;
        if (!roles.ContainsValue(Role.Name) && roles.Count(pair => pair.Value != Role.None) > 1 && roles[row[0].Column] == Role.None)
            roles[row[0].Column] = Role.Name;
    }

    /// <summary>Header cells whose words are not known, or that say more behind them: 教师活动（教学内容的呈现）.</summary>
    public IEnumerable<TableCell> Unknown(IReadOnlyList<TableCell> header) =>
        header.Where(cell => !_roles.ContainsKey(cell.Column) || cell.Text.Trim().Length > MaxTitle + 2);

    /// <summary>Whether a row of one cell is a heading over the rows below it.</summary>
    public bool Heads(IReadOnlyList<TableCell> row) => row.Count == 1 && HeadingIn(row) is not null;

    /// <summary>Adds a row as a step; a row whose name continues the one above adds to that.</summary>
    public void Take(IReadOnlyList<TableCell> row, RecognitionBuilder builder)
    {
        var name = row.FirstOrDefault(cell => RoleOf(cell) == Role.Name);
        var named = name is null ? NameInText(row) : null;
        var continues =
            _last is not null
            && named is null
            && (_hasNames ? name is null || name.ContinuesAbove || name.Text.Trim().Length == 0 : _last.Name.Length > 0);
        if (!continues)
            _last = builder.AddStep(new StepDraft());
        if (named is not null)
            Put(_last!, Role.Name, named);
        foreach (var cell in row)
            Put(_last!, RoleOf(cell), Without(named, cell.Text.Trim()));
    }

    private Role RoleOf(TableCell cell) => _roles.GetValueOrDefault(cell.Column, Role.Teacher);

    // Without a column for names the step's heading is the first line of what is done.
    private string? NameInText(IReadOnlyList<TableCell> row) => _hasNames && row.Count > 1 ? null : HeadingIn(row);

    private string? HeadingIn(IReadOnlyList<TableCell> row)
    {
        var acts = row.Where(cell => row.Count == 1 || RoleOf(cell) is Role.Teacher or Role.Students);
        var first = acts.Select(cell => cell.Text.Trim()).FirstOrDefault(text => text.Length > 0)?.Split('\n')[0] ?? "";
        var line = new ProcessLine(first, IsHeading: false);
        return line.CanHead && (line.IsTimed || line.Mark.Level != Numbering.None || StepHeadings.IsStage(first)) ? first : null;
    }

    private static string Without(string? name, string text) =>
        name is not null && text.StartsWith(name, StringComparison.Ordinal) ? text[name.Length..].Trim() : text;

    /// <summary>Writes a cell into a step.</summary>
    public static void Put(StepDraft step, Role role, string text)
    {
        if (text.Length == 0)
            return;
        switch (role)
        {
            case Role.Name:
                var joined = text.Replace("\n", " ");
                step.Minutes ??= StepTimes.MinutesOf(joined);
                var name = StepHeadings.NameOf(joined);
                step.Name = step.Name.Length == 0 || step.Name == name ? name : $"{step.Name} {name}";
                break;
            case Role.Minutes when StepTimes.MinutesOf(text.Replace("\n", "")) is { } minutes:
                step.Minutes = minutes;
                break;
            case Role.Minutes when int.TryParse(text, out var minutes):
                step.Minutes = minutes;
                break;
            case Role.Number when int.TryParse(text, out _):
                break;
            case Role.Students:
                step.Students.Add(text);
                break;
            case Role.Intent:
                step.Intent.Add(text);
                break;
            default:
                var columns = new StepColumns(step);
                foreach (var line in text.Split('\n'))
                    columns.Take(line);
                break;
        }
    }
}
