namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>A line of the process.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsHeading">It looks like a heading.</param>
internal sealed record ProcessLine(string Text, bool IsHeading)
{
    private static readonly char[] Between = [' ', '\u3000', ':', '：', '。', '，'];

    /// <summary>Series of lines with minutes and no number.</summary>
    public const string Timed = "timed";

    /// <summary>Series of bare stage names such as 导入.</summary>
    public const string Stage = "stage";

    /// <summary>It is a cell that names a step.</summary>
    public bool IsName { get; init; }

    /// <summary>Text on the line of a heading.</summary>
    public string Rest { get; init; } = "";

    /// <summary>The line as it stands.</summary>
    public string Whole { get; init; } = Text;

    public Mark Mark { get; } = NumberingReader.Of(Text, IsHeading);

    public bool CanHead { get; } = StepLabels.Find(Text) is null && !StepTimes.IsTimeLine(Text) && StepHeadings.CanHead(Text);

    public bool IsTimed => StepTimes.IsTimed(Text) || (Rest.Length > 0 && StepTimes.IsTimed(Whole));

    /// <summary>Minutes it tells as a heading.</summary>
    public int? Minutes => StepTimes.MinutesOf(Text) ?? (StepTimes.IsTimed(Whole) ? StepTimes.MinutesOf(StepTimes.Tail(Whole)) : null);

    /// <summary>A line, divided where a heading runs into its text.</summary>
    public static ProcessLine Of(string text, bool isHeading) =>
        StepHeadings.RunInLength(text) is > 0 and var length
            ? new ProcessLine(text[..length], isHeading || StepTimes.IsTimed(text[..length]))
            {
                Rest = StepTimes.WithoutTail(text[length..].TrimStart(Between)),
                Whole = text,
            }
            : new ProcessLine(text, isHeading);

    /// <summary>Lines that may be headings of the same level; null for text.</summary>
    public string? Series =>
        !CanHead ? null
        : Mark.Level != Numbering.None ? Mark.Series
        : IsTimed ? Timed
        : StepHeadings.IsStage(Text) ? Stage
        : null;
}
