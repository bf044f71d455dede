using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Goes through a lesson plan from top to bottom and hands each line to the part it belongs to.</summary>
internal sealed partial class LessonWalk
{
    private readonly RecognitionBuilder _builder = new(WorkKind.Lesson);
    private readonly TitlePage _titlePage = new();
    private readonly ProcessLines _steps;
    private string _key = KindProfile.Other;
    private bool _started;
    private int _titleRank;
    private bool _hasProcess;

    public LessonWalk() => _steps = new ProcessLines(_builder);

    public void Take(Block block)
    {
        if (block.Rows is not null)
            TakeTable(block.Rows);
        else if (block.Lead > 0 && IsRunIn(block.Text![..block.Lead], block.Text![block.Lead..]))
        {
            TakeLine(block.Number + block.Text[..block.Lead], isHeading: true);
            Take(block with { Text = block.Text[block.Lead..], Number = "", Lead = 0 });
        }
        else
            foreach (var line in (block.Number + block.Text).Split('\n'))
                TakeLine(line, block.IsHeading);
    }

    /// <summary>Keeps lines that belong to nothing.</summary>
    public void Keep(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            _builder.Add(KindProfile.Other, line);
    }

    public Recognized Finish()
    {
        CloseTitlePage();
        _steps.Flush();
        _builder.GradeHint = _titlePage.Text;
        return _builder.Build();
    }

    private void Begin(Headings.Found found, string line, bool isHeading)
    {
        CloseTitlePage();
        _key = found.Key;
        _hasProcess |= _key == Headings.Process;
        _titleRank = TitlePage.RankOf(line);
        if (_key == Headings.Process)
            _steps.Begin(line, isHeading);
        else
            _steps.Flush();
        if (_key is not (Headings.Process or Headings.Title) && !Headings.IsOneLine(_key))
            _steps.SeeSection(line, isHeading);
        if (_key == KindProfile.Other)
            _builder.Add(_key, line);
        else if (found.Rest.Length > 0)
            TakeRest(found.Rest);
    }

    private void TakeRest(string rest)
    {
        if (_key == Headings.Title)
            SetTitle(rest);
        else if (_key == Headings.Process)
            TakeLine(rest, isHeading: false);
        else
            _builder.Add(_key, rest);
        // One-line facts do not swallow the lines below them.
        if (Headings.IsOneLine(_key))
            _key = KindProfile.Other;
    }

    private void SetTitle(string text)
    {
        _key = KindProfile.Other;
        _builder.SetTitle(text, _titleRank);
    }

    private void CloseTitlePage()
    {
        if (_started)
            return;
        _started = true;
        var best = _titlePage.Best();
        _builder.Title = best is null ? "" : TitlePage.Clean(best);
        Keep(_titlePage.Others(best));
    }
}
