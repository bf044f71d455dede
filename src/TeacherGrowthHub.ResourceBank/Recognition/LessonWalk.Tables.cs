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
        foreach (var row in rows.Where(row => row.Count > 0))
        {
            if (process is not null && row.Count >= process.Columns - 1 && !IsLabelRow(row))
                process.Take(row, _builder);
            else if (ProcessTable.FromHeader(row) is { } header)
            {
                CloseTitlePage();
                process = header;
                foreach (var cell in header.Unknown(row))
                    _builder.Add(KindProfile.Other, cell.Text);
            }
            else
            {
                process = null;
                TakeRow(row);
            }
        }
        _key = KindProfile.Other;
    }

    private static bool IsLabelRow(IReadOnlyList<TableCell> row) =>
        row.Count <= 2
        && Headings.Key(WorkKind.Lesson, row[0].Text)
            is "board"
                or "reflection"
                or "safety"
                or "preparation"
                or KindProfile.Other
                or "ideas"
                or "goals"
                or "points";

    // A row of a form: label | content, label | content …
    private void TakeRow(IReadOnlyList<TableCell> row)
    {
        foreach (var cell in row.Where(cell => cell.Text.Trim().Length > 0))
        {
            var label = cell.Text.Replace("\n", "").Trim();
            if (label.Length <= MaxLabel && Headings.Label(WorkKind.Lesson, label) is { } found)
                BeginCell(found, label);
            else if (_key == Headings.Title)
                SetTitle(cell.Text.Trim().Replace('\n', ' '));
            else if (_key == Headings.Process && cell != row[^1] && StepHeadings.IsName(label))
                _steps.TakeName(label);
            else
                foreach (var block in cell.Blocks)
                    Take(block);
            if (Headings.IsOneLine(_key) && Headings.Label(WorkKind.Lesson, label) is null)
                _key = KindProfile.Other;
        }
    }

    // 教学过程 | 二次备课: a column for remarks beside the process does not end it.
    private void BeginCell(Headings.Found found, string label)
    {
        if (_key == Headings.Process && found.Key == KindProfile.Other && _steps.IsEmpty)
            _builder.Add(KindProfile.Other, label);
        else
            Begin(found, label, isHeading: false);
    }
}
