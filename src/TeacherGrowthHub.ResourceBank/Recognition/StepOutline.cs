namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Finds out which series of lines are the steps of a process: those with minutes, with the look of headings, with words of stages.</summary>
internal sealed class StepOutline
{
    private readonly HashSet<string> _strong = [];
    private readonly bool _hasStrong;

    public StepOutline(IReadOnlyList<ProcessLine> lines)
    {
        foreach (var series in lines.Where(line => line.Series is not null).GroupBy(line => line.Series!))
        {
            if (IsStrong(series.Key, [.. series]))
                _strong.Add(series.Key);
        }
        if (_strong.Count > 1)
            _strong.Remove(ProcessLine.Stage);
        _hasStrong = _strong.Count > 0;
    }

    /// <summary>Whether a line can be the heading of a step.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isSibling">It is counted with steps above it, or nothing stands above it.</param>
    public bool Heads(ProcessLine line, bool isSibling) =>
        line.Series is { } series
        && (
            _strong.Contains(series)
            || HasOwnEvidence(line)
            || (isSibling && !line.Mark.IsSign && (!_hasStrong || line.Mark.Level == Numbering.Look) && StepHeadings.IsPlainName(line.Text))
        );

    /// <summary>Whether a line is a step's heading even where no process has begun: it tells its minutes and a stage, or is the first 环节.</summary>
    public static bool IsSureStep(string text, bool isHeading) =>
        ProcessLine.Of(text, isHeading) is { CanHead: true } line
        && (line.IsTimed || line.Mark.Value == 1)
        && (
            (line.IsTimed && (isHeading || line.Mark.Value == 1))
            || (StepHeadings.IsKnown(text) && line.IsTimed)
            || (line.Mark.Level == Numbering.Word && StepHeadings.IsUnit(line.Mark.Series))
        );

    private static bool HasOwnEvidence(ProcessLine line) =>
        line.Mark.Level switch
        {
            Numbering.None => line.IsTimed,
            Numbering.Look => StepHeadings.IsKnown(line.Text),
            _ when line.Mark.IsSign => line.IsTimed || line.IsHeading,
            Numbering.Word => StepHeadings.IsUnit(line.Mark.Series) || line.IsTimed || line.IsHeading,
            _ => line.IsTimed || line.IsHeading || StepHeadings.IsKnown(line.Text),
        };

    private static bool IsStrong(string series, IReadOnlyList<ProcessLine> lines)
    {
        bool Most(Func<ProcessLine, bool> condition) => lines.Count(condition) * 2 >= lines.Count;
        if (lines.Count < 2)
            return false;
        if (series == ProcessLine.Stage)
            return true;
        var isCounted = lines[0].Mark.Value == 1 && lines[1].Mark.Value == 2;
        return Most(line => line.IsTimed)
            || (isCounted && lines[0].Mark.Level == Numbering.Word && StepHeadings.IsUnit(series))
            || (isCounted && lines[0].Mark.Level == Numbering.ChineseInBrackets && lines.All(line => StepHeadings.IsPlainName(line.Text)))
            || (isCounted && Most(line => line.IsHeading))
            || (isCounted && Most(line => StepHeadings.IsKnown(line.Text) && StepHeadings.IsPlainName(line.Text)));
    }
}
