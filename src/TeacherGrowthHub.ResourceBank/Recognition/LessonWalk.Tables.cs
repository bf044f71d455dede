using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <content>Tables: rows of a form, and the table of the process.</content>
internal sealed partial class LessonWalk
{
    private const int MaxLabel = 20;

    private void TakeTable(IReadOnlyList<IReadOnlyList<TableCell>> rows)
    {
        ProcessTable? process = null;
        IReadOnlyList<TableCell> above = [];
        rows = [.. rows.Where(row => row.Count > 0)];
        if (_started && TransposedTable.Take(rows, _builder))
        {
            _hasProcess = true;
            return;
        }
        foreach (var (row, next) in rows.Zip(rows.Skip(1).Append([])))
        {
            if (process is not null && !IsEnd(process, row))
                process.Take(row, _builder);
            else if ((ProcessTable.FromHeader(row) ?? GuessProcess(row, next)) is { } header)
                BeginProcess(process = header, row);
            else if (TakeBelow(above, row))
                (process, above) = (null, []);
            else
            {
                (process, above) = (null, IsLabels(row) ? row : []);
                if (above.Count == 0)
                    TakeRow(row);
            }
        }
        TakeRow(above);
        _key = KindProfile.Other;
    }

    private ProcessTable? GuessProcess(IReadOnlyList<TableCell> row, IReadOnlyList<TableCell> next) =>
        _key == Headings.Process && _steps.IsEmpty ? ProcessTable.Guess(row, next) : null;

    private void BeginProcess(ProcessTable process, IReadOnlyList<TableCell> header)
    {
        CloseTitlePage();
        _steps.Flush();
        _hasProcess = true;
        foreach (var cell in process.Unknown(header))
            _builder.Add(KindProfile.Other, cell.Text);
    }

    // Several labels side by side and nothing else: what they announce stands below them.
    private static bool IsLabels(IReadOnlyList<TableCell> row) => row.Count > 1 && row.All(cell => LabelOf(cell) is not null);

    private bool TakeBelow(IReadOnlyList<TableCell> above, IReadOnlyList<TableCell> row)
    {
        if (above.Count == 0 || !above.Select(cell => cell.Column).SequenceEqual(row.Select(cell => cell.Column)) || IsLabels(row))
        {
            TakeRow(above);
            return false;
        }
        foreach (var (label, cell) in above.Zip(row))
            TakeRow([label, cell]);
        return true;
    }

    private static Headings.Found? LabelOf(TableCell cell)
    {
        var label = OneLine(cell.Text);
        return label.Length <= MaxLabel ? Headings.Label(WorkKind.Lesson, label) : null;
    }

    private static bool IsEnd(ProcessTable process, IReadOnlyList<TableCell> row) =>
        (
            row.Count == 1
            && Headings.Find(WorkKind.Lesson, row[0].Text.Split('\n')[0], isHeading: false)?.Key
                is "board"
                    or "reflection"
                    or "safety"
                    or "preparation"
        ) || IsEndByLabel(process, row);

    private static bool IsEndByLabel(ProcessTable process, IReadOnlyList<TableCell> row) =>
        row.Count <= 2 && LabelOf(row[0])?.Key is { } key && !Headings.IsOneLine(key) && key is not (Headings.Title or Headings.Process)
            ? key != KindProfile.Other || row.Count < process.Columns
            : row.Count < process.Columns - 1 && !process.Heads(row);

    // A row of a form: label | content, label | content …
    private void TakeRow(IReadOnlyList<TableCell> row)
    {
        var isProcess = row.Count > 0 && (_key == Headings.Process || LabelOf(row[0])?.Key == Headings.Process);
        // 5分钟 | 暖场 | …: the step must begin before its minutes are told.
        foreach (
            var cell in row.Where(cell => cell.Text.Trim().Length > 0).OrderBy(cell => isProcess && StepTimes.IsTimeLine(cell.Text.Trim()))
        )
        {
            var label = OneLine(cell.Text);
            if (isProcess && StepTimes.IsTimeLine(label))
                _steps.Take(label, isHeading: false);
            else if (_key == Headings.Process && cell != row[^1] && StepWords.OfLabel(label) != Role.None)
                _steps.Take(label + "：", isHeading: false);
            else if (LabelOf(cell) is { } found)
                BeginCell(found, label);
            else if (_key == Headings.Title && IsTitle(cell.Text))
                SetTitle(cell.Text.Trim().Replace('\n', ' '));
            else if (_key == Headings.Process && cell != row[^1] && StepHeadings.IsName(label))
                _steps.TakeName(label);
            else if (IsUnknownLabel(row, cell))
                Begin(new Headings.Found(KindProfile.Other, ""), label, isHeading: false);
            else
                foreach (var block in cell.Blocks)
                    Take(block);
            if (Headings.IsOneLine(_key) && LabelOf(cell) is null)
                _key = KindProfile.Other;
        }
    }

    // A short first cell that no list knows ends the part of the row above.
    private bool IsUnknownLabel(IReadOnlyList<TableCell> row, TableCell cell) =>
        cell == row[0]
        && row.Count is 2 or 4
        && !cell.ContinuesAbove
        && _key is not (Headings.Process or KindProfile.Other)
        && OneLine(cell.Text) is { Length: <= 8 } label
        && label.All(char.IsLetter);

    // 教\n学\n目\n标 is one word, 环节一\n破冰 are two.
    private static string OneLine(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(lines.All(line => line.Length <= 2) ? "" : " ", lines);
    }

    // 教学内容 may have the key points below it instead of a title.
    private static bool IsTitle(string text) => Headings.Find(WorkKind.Lesson, text.Trim().Split('\n')[0], isHeading: false) is null;

    // 教学过程 | 二次备课: a column for remarks beside the process does not end it.
    private void BeginCell(Headings.Found found, string label)
    {
        if (_key == Headings.Process && found.Key == KindProfile.Other && _steps.IsEmpty)
            _builder.Add(KindProfile.Other, label);
        else
            Begin(found, label, isHeading: false);
    }
}
