using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>
/// Fills the form from a lesson plan in the layouts teachers use: numbered, bracketed or bare headings, form tables with merged
/// cells, steps with their minutes.
/// </summary>
public static partial class LessonPlanReader
{
    private const int MaxTitle = 40;

    public static Recognized Read(ExtractedDocument document)
    {
        var walk = new Walk();
        foreach (var block in document.Blocks)
            walk.Take(block);
        return walk.Finish();
    }

    private sealed class Walk
    {
        private readonly RecognitionBuilder _builder = new(WorkKind.Lesson);
        private string _key = KindProfile.Other;
        private RecognitionBuilder.StepDraft? _step;
        private List<string>? _column;
        private bool _started;

        public void Take(Block block)
        {
            if (block.Rows is not null)
                TakeTable(block.Rows);
            else
                foreach (var line in (block.Text ?? "").Split('\n'))
                    TakeLine(line, block.IsHeading);
        }

        public Recognized Finish() => _builder.Build();

        private void TakeLine(string line, bool isHeading)
        {
            var text = line.Trim().Trim('\u3000').Trim();
            if (text.Length == 0)
                return;
            var found = Headings.Find(WorkKind.Lesson, text, isHeading);
            // Within the process 设计意图 and the like belong to the step, and step headings win over section words.
            if (_key == Headings.Process && TakeInProcess(text, isHeading, found))
                return;
            if (found is not null)
                Begin(found);
            else if (!_started && _builder.Title.Length == 0 && LooksLikeTitle(text))
                _builder.Title = CleanTitle(text);
            else
                _builder.Add(_key == Headings.Process ? KindProfile.Other : _key, text);
        }

        private void Begin(Headings.Found found)
        {
            _started = true;
            _step = null;
            _column = null;
            if (found.Key == Headings.Title)
            {
                SetTitle(found.Rest);
                _key = found.Rest.Length > 0 ? KindProfile.Other : Headings.Title;
                return;
            }
            _key = found.Key;
            if (found.Rest.Length == 0)
                return;
            if (_key == Headings.Process)
                TakeLine(found.Rest, false);
            else
                _builder.Add(_key, found.Rest);
            // One-line facts do not swallow the lines below them.
            if (_key is Headings.Grade or Headings.Periods or Headings.Minutes or Headings.Authors or Headings.Keywords)
                _key = KindProfile.Other;
        }

        private bool TakeInProcess(string text, bool isHeading, Headings.Found? found)
        {
            if (StepLabel().Match(text) is { Success: true } label)
            {
                var step = _step ??= _builder.AddStep("", null);
                _column = ColumnOf(step, label.Value);
                AddTo(_column, text[label.Length..]);
                return true;
            }
            if (found is { Key: "board" or "reflection" or "safety" or "preparation" or KindProfile.Other or "keyPoints" or "goals" })
                return false;
            if (StepHeadings.Find(text, isHeading) is { } heading)
            {
                _step = _builder.AddStep(heading.Name, heading.Minutes);
                _column = null;
                return true;
            }
            if (_step is null)
            {
                _step = _builder.AddStep("", null);
                _builder.Check("steps");
            }
            AddTo(_column ?? _step.Teacher, text);
            return true;
        }

        private void TakeTable(IReadOnlyList<IReadOnlyList<TableCell>> rows)
        {
            ProcessTable? process = null;
            foreach (var row in rows)
            {
                if (process is not null && row.Count >= process.Columns - 1 && !IsLabelRow(row))
                    process.Take(row, _builder);
                else if (ProcessTable.FromHeader(row) is { } header)
                    process = header;
                else
                {
                    process = null;
                    TakeRow(row);
                }
            }
            _key = KindProfile.Other;
            _step = null;
            _column = null;
        }

        private static bool IsLabelRow(IReadOnlyList<TableCell> row) =>
            Headings.Key(WorkKind.Lesson, row[0].Text) is "board" or "reflection" or "safety" or "preparation" or KindProfile.Other
            && row.Count <= 2;

        // A row of a form: label | content, label | content …
        private void TakeRow(IReadOnlyList<TableCell> row)
        {
            foreach (var cell in row.Where(cell => !cell.ContinuesAbove || cell.Text.Length > 0))
            {
                var text = cell.Text.Trim();
                if (text.Length <= 20 && Headings.Key(WorkKind.Lesson, text.Replace("\n", "")) is { } key)
                {
                    Begin(new Headings.Found(key, ""));
                    continue;
                }
                if (_key == Headings.Title)
                {
                    SetTitle(text.Replace('\n', ' '));
                    _key = KindProfile.Other;
                    continue;
                }
                foreach (var block in cell.Blocks)
                    Take(block);
                if (_key is Headings.Grade or Headings.Periods or Headings.Minutes or Headings.Authors or Headings.Keywords)
                    _key = KindProfile.Other;
            }
        }

        private void SetTitle(string text)
        {
            if (text.Length > 0)
                _builder.Title = CleanTitle(text);
        }

        private static void AddTo(List<string> column, string text)
        {
            if (text.Trim().Length > 0)
                column.Add(text.Trim());
        }

        private static List<string> ColumnOf(RecognitionBuilder.StepDraft step, string label) =>
            label.Contains('\u751f') ? step.Students
            : label.Contains('\u610f') || label.Contains('\u7684') ? step.Intent
            : step.Teacher;
    }

    private static bool LooksLikeTitle(string text) => text.Length <= MaxTitle && !text.EndsWith('\u3002') && !GenericTitle().IsMatch(text);

    private static string CleanTitle(string text)
    {
        var quoted = Quoted().Match(text);
        var inner = quoted.Success ? quoted.Groups["title"].Value : text;
        return TitleSuffix().Replace(inner, "").Trim().Trim('\u3000');
    }

    [GeneratedRegex(
        @"^[\(（【\[]?(?:教师活动|学生活动|设计意图|教师行为|学生行为|意图|目的|教师|学生|师|生|活动目的|教师引导|活动意图)[\)）】\]]?\s*[:：]|^[【\[](?:教师活动|学生活动|设计意图|意图)[】\]]"
    )]
    private static partial Regex StepLabel();

    [GeneratedRegex(@"^[\s\u3000]*(?:.{0,12})?(?:教\s*学\s*设\s*计|教\s*案|活\s*动\s*设\s*计|活动方案|班会设计|表|教学简案)[\s\u3000]*$")]
    private static partial Regex GenericTitle();

    [GeneratedRegex(@"^(?:.{0,20})?[《](?<title>[^》]{2,40})[》](?:.{0,14})$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\s\u3000]*(?:教学设计|教案|活动设计|活动方案)$")]
    private static partial Regex TitleSuffix();
}
