namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Writes text into a step: what has a label before it goes to its column, the rest to that of the line above or the teacher's.</summary>
internal sealed class StepColumns(StepDraft step)
{
    private const int MaxOpen = 6;
    private List<string>? _column;

    // Column of a label whose bracket is not closed yet.
    private List<string>? _open;

    /// <summary>Adds a line, which may hold several labels.</summary>
    public void Take(string line)
    {
        if (_open is not null)
            Close(line.Trim());
        else if (StepLabels.Find(line) is { } label)
            Take(label);
        else
            foreach (var piece in StepLabels.Cut(line))
                TakePiece(piece.Trim());
    }

    private void Take(StepLabels.Found label)
    {
        var column = label.Role switch
        {
            Role.Intent => step.Intent,
            Role.Students => step.Students,
            _ => step.Teacher,
        };
        var pieces = StepLabels.Cut(label.Rest).ToList();
        Add(column, pieces.FirstOrDefault("").Trim());
        _open = label.IsOpen ? column : null;
        // An intention is one paragraph, and so is what one person says; what follows is the step again.
        _column = label.Rest.Length > 0 && (label.IsSpeech || label.Role == Role.Intent) ? null : column;
        foreach (var piece in pieces.Skip(1))
            TakePiece(piece.Trim());
    }

    private void Close(string line)
    {
        var isEnd = StepLabels.IsClosed(line);
        Add(_open!, isEnd ? line[..^1] : line);
        if (isEnd || _open!.Count > MaxOpen)
            _open = null;
    }

    private void TakePiece(string text)
    {
        if (StepLabels.Find(text) is { } label)
            Take(label);
        else
            Add(_column ?? step.Teacher, text);
    }

    private static void Add(List<string> column, string text)
    {
        if (text.Length > 0)
            column.Add(text);
    }
}
