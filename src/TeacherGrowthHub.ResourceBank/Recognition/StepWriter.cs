using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Writes the lines of a process into steps and their columns.</summary>
internal sealed class StepWriter(RecognitionBuilder builder, StepOutline outline)
{
    // Series of the steps and of the activities inside them; that tells them from lists.
    private readonly List<Mark> _levels = [];
    private readonly List<string> _before = [];
    private StepDraft? _step;
    private StepColumns? _columns;

    public static void Write(IReadOnlyList<ProcessLine> lines, RecognitionBuilder builder)
    {
        var writer = new StepWriter(builder, new StepOutline(lines));
        foreach (var line in lines)
            writer.Take(line);
        writer.Close();
    }

    private void Take(ProcessLine line)
    {
        if (line.IsName)
            Begin(line.Text, line.Minutes);
        else if (_step is { Minutes: null } && StepTimes.IsTimeLine(line.Text) && StepTimes.MinutesOf(line.Text) is { } minutes)
            _step.Minutes = minutes;
        else if (StepLabels.Find(line.Text) is null && IsHeading(line))
        {
            Begin(line.Text, line.Minutes);
            _columns!.Take(line.Rest);
        }
        else if (_step is { Minutes: null, IsBare: true } && StepTimes.Tail(line.Whole) is { Length: > 0 } tail)
        {
            _step.Minutes = StepTimes.MinutesOf(tail);
            _columns!.Take(StepTimes.WithoutTail(line.Whole));
        }
        else if (_columns is null && StepLabels.Find(line.Text) is null)
            _before.Add(line.Whole);
        else
            (_columns ?? Open(new StepDraft())).Take(line.Whole);
    }

    // Text above the first step is a step without a name when no other follows.
    private void Close()
    {
        if (_before.Count == 0)
            return;
        if (_step is null)
        {
            var columns = Open(new StepDraft());
            _before.ForEach(columns.Take);
            builder.Check("steps");
        }
        else
            _before.ForEach(text => builder.Add(KindProfile.Other, text));
    }

    private void Begin(string heading, int? minutes) =>
        Open(
            new StepDraft
            {
                Name = StepHeadings.NameOf(heading),
                Minutes = minutes,
                From = StepTimes.FirstOf(heading),
            }
        );

    private StepColumns Open(StepDraft step)
    {
        _step = builder.AddStep(step);
        return _columns = new StepColumns(step);
    }

    private bool IsHeading(ProcessLine line)
    {
        var mark = line.Mark.Level == Numbering.None ? line.Mark with { Series = line.Series ?? "" } : line.Mark;
        var depth = _levels.FindIndex(level => level.Series == mark.Series || (level == _levels[0] && AreAlike(level, line)));
        var begins = _levels.Count == 0;
        if (!outline.Heads(line, isSibling: mark.Level != Numbering.None && (depth >= 0 || (begins && _step is null))))
            return false;
        if (depth < 0 && !begins && !IsOuter(mark) && !Divides(line))
            return false;
        if (depth >= 0)
            _levels.RemoveRange(depth + 1, _levels.Count - depth - 1);
        else if (IsOuter(mark))
            _levels.Clear();
        if (depth < 0)
            _levels.Add(mark);
        return true;
    }

    private bool IsOuter(Mark mark) => mark.Level > Numbering.Word && _levels.Count > 0 && _levels[0].Level > mark.Level;

    // A stage without text of its own consists of the activities below it when those have minutes, or the stage has none.
    private bool Divides(ProcessLine line) =>
        _step is { IsBare: true }
        && (line.IsTimed || (_step.Minutes is null && line.Mark.Level is Numbering.Word or Numbering.ChineseInBrackets));

    // 热身（5分钟）, 活动一：…（10分钟）, 结束（5分钟）: words stand on one level, with numbers or without.
    private static bool AreAlike(Mark level, ProcessLine line) =>
        level.Level <= Numbering.Word && line.Mark.Level <= Numbering.Word && (line.IsTimed || line.IsHeading);
}
