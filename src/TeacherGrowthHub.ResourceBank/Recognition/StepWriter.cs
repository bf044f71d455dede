using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Writes the lines of the process into steps and their columns.</summary>
internal sealed partial class StepWriter(RecognitionBuilder builder)
{
    private const int MaxSection = 30;
    private StepDraft? _step;
    private List<string>? _column;

    // How the sections of the document and the steps of its process are numbered; that tells them from lists inside.
    private Numbering _section;
    private readonly List<Numbering> _levels = [];

    /// <summary>Nothing stands in the process yet.</summary>
    public bool IsEmpty => _step is null;

    /// <summary>Begins a process whose heading is that line.</summary>
    public void Begin(string heading, bool isHeading)
    {
        SeeSection(heading, isHeading);
        (_step, _column) = (null, null);
        _levels.Clear();
    }

    /// <summary>Remembers how a section is numbered.</summary>
    public void SeeSection(string heading, bool isHeading) => _section = NumberingReader.Of(heading, isHeading);

    /// <summary>Whether a line is numbered as sections are; 1. 2. 3. is left to lists unless it looks like a heading.</summary>
    public bool IsSection(string text, bool isHeading) =>
        NumberingReader.Of(text, isHeading) == _section
        && (isHeading ? _section != Numbering.None : _section is Numbering.Chinese or Numbering.ChineseInBrackets && IsShort(text));

    private static bool IsShort(string text) => text.Length <= MaxSection && !text.EndsWith('。');

    /// <summary>Whether a line within the process begins another section of the document.</summary>
    public bool IsEndedBy(string text, bool isHeading, Headings.Found? found)
    {
        var number = NumberingReader.Of(text, isHeading);
        if (StepLabel().IsMatch(text) || (number != _section && _levels.Contains(number)))
            return false;
        if (found is null)
            return number == _section && number is not (Numbering.None or Numbering.Look) && _levels.Count > 0 && !_levels.Contains(number);
        if (found.Key is "safety" or KindProfile.Other && (number, _section) is (Numbering.None, not Numbering.None))
            return isHeading;
        if (found.Key is "board" or "reflection" or "safety" or KindProfile.Other)
            return _levels.Count == 0 || number <= _levels[0] || number == _section;
        return found.Key is not (Headings.Minutes or Headings.Process)
            && number == _section
            && (number != Numbering.None || !builder.Has(found.Key));
    }

    public void Take(string text, bool isHeading)
    {
        if (StepLabel().Match(text) is { Success: true } label)
            TakeLabelled(label.Value, text[label.Length..].Trim());
        else if (_step is { Minutes: null } && TimeLine().IsMatch(text) && StepHeadings.MinutesOf(text) is { } minutes)
            _step.Minutes = minutes;
        else if (FindHeading(text, isHeading) is { } heading)
            Begin(heading);
        else
            AddTo(_column ?? Step().Teacher, text);
    }

    /// <summary>Begins a step whose name stands in a cell of its own.</summary>
    public void TakeName(string text) => Begin(new StepHeadings.Step(StepHeadings.NameOf(text), StepHeadings.MinutesOf(text)));

    private void Begin(StepHeadings.Step heading) => (_step, _column) = (builder.AddStep(heading.Name, heading.Minutes), null);

    private void TakeLabelled(string label, string rest)
    {
        var step = Step();
        var isIntent = label.Contains('意') || label.Contains('的');
        var isSpeech = label.Count(char.IsLetter) == 1;
        var column =
            isIntent ? step.Intent
            : label.Contains('师') ? step.Teacher
            : step.Students;
        AddTo(column, rest);
        // An intention is one paragraph, and so is what one person says; what follows is the step again.
        _column = rest.Length > 0 && (isIntent || isSpeech) ? null : column;
    }

    private StepHeadings.Step? FindHeading(string text, bool isHeading)
    {
        var number = NumberingReader.Of(text, isHeading);
        var depth = number == Numbering.None ? -1 : _levels.IndexOf(number);
        var begins = _levels.Count == 0;
        var isSibling = number != Numbering.None && (depth >= 0 || (begins && _step is null));
        if (StepHeadings.Find(text, isHeading, isSibling) is not { } heading)
            return null;
        if (depth < 0 && !begins && !IsOuter(number) && !Divides(number, heading))
            return null;
        if (depth >= 0)
            _levels.RemoveRange(depth + 1, _levels.Count - depth - 1);
        else if (IsOuter(number))
            _levels.Clear();
        if (depth < 0)
            _levels.Add(number);
        return heading;
    }

    private bool IsOuter(Numbering number) => number > Numbering.Word && _levels.Count > 0 && _levels[0] > number;

    // A stage without text of its own consists of the activities below it: their minutes are told, or the stage's are not.
    private bool Divides(Numbering number, StepHeadings.Step heading) =>
        _step is { Minutes: null, IsBare: true } && (heading.Minutes is not null || number == Numbering.Word);

    private StepDraft Step()
    {
        if (_step is null)
        {
            _step = builder.AddStep("", null);
            builder.Check("steps");
        }
        return _step;
    }

    private static void AddTo(List<string> column, string text)
    {
        if (text.Length > 0)
            column.Add(text);
    }

    [GeneratedRegex(
        @"^(?:[0-9]{1,2}[.．、]\s*)?(?:[\(（【\[](?:教师活动|学生活动|设计意图|教师行为|学生行为|意图|目的|教师|学生|活动目的|设计目的|教师引导|活动意图|学生表现|教师操作|学的活动|教的活动|老师)[\)）】\]]\s*[:：]?|(?:教师活动|学生活动|设计意图|教师行为|学生行为|意图|目的|教师|学生|活动目的|设计目的|教师引导|活动意图|学生表现|教师操作|学的活动|教的活动|老师)\s*(?:[:：]|$)|(?:师|生|[TS][0-9]?)\s*[:：]|[\(（【\[](?:师|生)[\)）】\]]\s*[:：]?)"
    )]
    private static partial Regex StepLabel();

    [GeneratedRegex(
        @"^[\(（【\[]?(?:活动|预计|建议)?(?:时间|用时|时长)?[\)）】\]]?\s*[:：]?\s*约?\s*(?:[0-9]{1,3}\s*[-—~～至到]\s*)?[0-9]{1,3}\s*(?:分钟|分|['′’]|min)[\)）】\]。]?$"
    )]
    private static partial Regex TimeLine();
}
