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

    // A bold beginning that is a heading: of a step, or a label without a colon.
    private bool IsRunIn(string lead, string rest)
    {
        if (lead.Contains('\n') || StepLabels.Find(lead) is not null || !rest.Any(char.IsLetter))
            return false;
        return _key == Headings.Process && StepHeadings.CanHead(lead)
            ? StepHeadings.IsMarked(lead) || StepTimes.IsTimed(lead) || Headings.StripNumber(lead) != lead.Trim()
            : Headings.Find(WorkKind.Lesson, lead, isHeading: true) is { Rest.Length: 0 }
                && !(lead + rest.TrimStart()[0]).Any(c => c is ':' or '：');
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

    private void TakeLine(string line, bool isHeading)
    {
        var text = line.Trim().Trim('\u3000', '\u00a0').Trim();
        if (text.Length == 0)
            return;
        if (_key != Headings.Process)
        {
            var facts = Facts.Split(WorkKind.Lesson, text);
            foreach (var fact in facts.Where(_ => facts.Count > 1))
                TakeLine(fact, isHeading: true);
            if (facts.Count > 1)
                return;
            text = facts[0];
        }
        var found = Headings.Find(WorkKind.Lesson, text, isHeading);
        if (
            IsText(_key)
            && (found?.Key == Headings.Authors || (found?.Key == KindProfile.Other && _key != Headings.Process && _steps.IsInside(text)))
        )
            found = null;
        // A document does not begin with its process: 心理微课脚本设计 is its name.
        if (!_started && _titlePage.Text.Length == 0 && found is { Key: Headings.Process or KindProfile.Other, Rest.Length: 0 })
            found = null;
        if (found is null && _started && !_hasProcess && StepOutline.IsSureStep(text, isHeading))
        {
            (_key, _hasProcess) = (Headings.Process, true);
            _steps.BeginWithoutHeading();
        }
        if (_key == Headings.Process && !_steps.IsEndedBy(text, isHeading, found))
            _steps.Take(text, isHeading);
        else if (found is not null && found.Key == _key && IsText(_key) && found.Rest.Length > 0)
            _builder.Add(_key, text);
        else if (found is not null)
            Begin(found, text, isHeading);
        else if (_key == Headings.Title)
            SetTitle(text);
        else if (!_started)
            _titlePage.Add(text, isHeading);
        else
            AddPlain(text, isHeading);
    }

    // 教师：毛线球 under 准备 tells who brings it, not who wrote the plan.
    private static bool IsText(string key) => key is not (KindProfile.Other or Headings.Title) && !Headings.IsOneLine(key);

    // An unknown heading numbered like the known ones ends the part above it.
    private void AddPlain(string text, bool isHeading)
    {
        if (_steps.IsSection(text, isHeading))
        {
            _key = KindProfile.Other;
            _steps.SeeSection(text, isHeading);
        }
        else if (_key == Headings.Process)
            _key = KindProfile.Other;
        _builder.Add(_key, text);
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
