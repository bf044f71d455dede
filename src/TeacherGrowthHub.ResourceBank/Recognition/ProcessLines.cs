using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Gathers the lines of the process until another section begins; which of them are steps is seen when all are there.</summary>
internal sealed class ProcessLines(RecognitionBuilder builder)
{
    private const int MaxSection = 30;
    private readonly List<ProcessLine> _lines = [];

    // How far each series of numbers has come since the process began.
    private readonly Dictionary<string, Mark> _counted = [];
    private readonly List<Mark> _sections = [];
    private Mark _section;

    // Where a heading stands that may end the process.
    private int? _end;

    /// <summary>Nothing stands in the process yet.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Begins a process whose heading is that line.</summary>
    public void Begin(string heading, bool isHeading)
    {
        Flush();
        SeeSection(heading, isHeading);
        _counted.Clear();
    }

    /// <summary>Begins a process that has no heading of its own.</summary>
    public void BeginWithoutHeading()
    {
        Flush();
        _counted.Clear();
    }

    /// <summary>Remembers how a section is numbered, and those around it.</summary>
    public void SeeSection(string heading, bool isHeading)
    {
        _section = NumberingReader.Of(heading, isHeading);
        if (_section.Level == Numbering.None)
            return;
        _sections.RemoveAll(mark => mark.Level >= _section.Level);
        _sections.Add(_section);
    }

    /// <summary>Whether a line is numbered more deeply than the section it stands in.</summary>
    public bool IsInside(string text) =>
        _section.Level != Numbering.None
        && NumberingReader.Of(text, isHeading: false) is { Value: > 0 } mark
        && mark.Level > _section.Level;

    /// <summary>Whether a line is numbered as sections are; 1. 2. 3. is left to lists unless it looks like a heading or counts on.</summary>
    public bool IsSection(string text, bool isHeading)
    {
        var mark = NumberingReader.Of(text, isHeading);
        return _sections.Any(section =>
            mark.Series == section.Series
            && (
                isHeading
                || IsUnnumberedSection(mark, text)
                || (IsShort(text) && (mark.Level == Numbering.Chinese || mark.Follows(section)))
            )
        );
    }

    // 【知识链接】 among sections in brackets, ▍资料 among those with that sign.
    private static bool IsUnnumberedSection(Mark mark, string text) =>
        mark.IsSign ? IsShort(text) : mark.Level == Numbering.Bracket && !StepLabels.IsInner(text);

    /// <summary>Whether a line within the process begins another section of the document.</summary>
    public bool IsEndedBy(string text, bool isHeading, Headings.Found? found)
    {
        var mark = NumberingReader.Of(text, isHeading);
        if (
            StepLabels.Find(text) is not null
            || StepTimes.IsTimeLine(text)
            || (mark.Series != _section.Series && _counted.ContainsKey(mark.Series ?? ""))
        )
            return false;
        var isNext = mark.Follows(_section);
        var isStep = _counted.TryGetValue(mark.Series ?? "", out var last) && mark.Follows(last);
        if (found is null || (StepTimes.IsTimed(text) && found.Key is not ("board" or "reflection")))
            return mark.Value > 0 && isNext && !isStep;
        return found.Key switch
        {
            Headings.Minutes or Headings.Process => false,
            "board" or "reflection" => true,
            "safety" or KindProfile.Other => isNext || (IsOutside(mark, isHeading) && !isStep),
            _ => isNext || IsLate(mark, found) || (mark.Value == 0 && mark.Level == _section.Level && !builder.Has(found.Key)),
        };
    }

    /// <summary>Adds a line to the process.</summary>
    public void Take(string text, bool isHeading)
    {
        var line = ProcessLine.Of(text, isHeading);
        if (_counted.TryGetValue(line.Mark.Series ?? "", out var last) && line.Mark.Follows(last))
            _end = null;
        else if (MayEnd(line))
            _end ??= _lines.Count;
        _lines.Add(line);
        if (line.Mark.Level > Numbering.Look && _end is null && !StepTimes.IsTimeLine(text))
            _counted[line.Mark.Series!] = line.Mark;
    }

    /// <summary>Adds a cell that names a step.</summary>
    public void TakeName(string text) => _lines.Add(new ProcessLine(text, IsHeading: true) { IsName = true });

    /// <summary>Writes what was gathered as steps.</summary>
    public void Flush()
    {
        StepWriter.Write([.. _lines.Take(_end ?? _lines.Count)], builder);
        _lines.Skip(_end ?? _lines.Count).ToList().ForEach(line => builder.Add(KindProfile.Other, line.Whole));
        _lines.Clear();
        _end = null;
    }

    private static bool IsShort(string text) => text.Length <= MaxSection && !text.EndsWith('。');

    // 【演后分享】 among sections in brackets ends a process whose steps are numbered, unless they go on after it.
    private bool MayEnd(ProcessLine line) =>
        line.Mark.Level == Numbering.Bracket
        && _section.Series == line.Mark.Series
        && !_counted.ContainsKey(line.Mark.Series)
        && _counted.Count > 0
        && StepLabels.Find(line.Text) is null
        && !StepTimes.IsTimeLine(line.Text)
        && !StepLabels.IsInner(line.Text);

    // A process that began without a number ends at the first numbered part that is still missing.
    private bool IsLate(Mark mark, Headings.Found found) =>
        mark.Level == Numbering.Chinese
        && _section.Level <= Numbering.Look
        && !_counted.ContainsKey(mark.Series)
        && found.Rest.Length == 0
        && !builder.Has(found.Key);

    // Among numbered sections a word without a number belongs to a step.
    private bool IsOutside(Mark mark, bool isHeading) =>
        mark.Level == Numbering.None ? isHeading || _section.Value == 0
        : mark.Level == Numbering.Bracket && _section.Level == Numbering.Bracket ? !_counted.ContainsKey(mark.Series)
        : _counted.Count == 0 || mark.Level <= _counted.Values.Min(seen => seen.Level);
}
