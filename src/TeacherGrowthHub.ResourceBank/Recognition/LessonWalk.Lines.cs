using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <content>Lines: what each of them is, given what stands above it.</content>
internal sealed partial class LessonWalk
{
    private void TakeLine(string line, bool isHeading)
    {
        var text = line.Trim().Trim('\u3000', '\u00a0').Trim();
        if (text.Length == 0)
            return;
        var facts = _key == Headings.Process ? [text] : Facts.Split(WorkKind.Lesson, text);
        if (facts.Count == 1)
            TakeOne(facts[0], isHeading);
        else
            foreach (var fact in facts)
                TakeLine(fact, isHeading: true);
    }

    private void TakeOne(string text, bool isHeading)
    {
        var found = HeadingHere(text, isHeading);
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

    private Headings.Found? HeadingHere(string text, bool isHeading)
    {
        var found = Headings.Find(WorkKind.Lesson, text, isHeading);
        if (found is null)
            return null;
        var isInside = found.Key == KindProfile.Other && _key != Headings.Process && _steps.IsInside(text);
        // 教师：毛线球 under 准备 tells who brings it, not who wrote the plan.
        if (IsText(_key) && (found.Key is Headings.Authors or Headings.Hosts || isInside))
            return null;
        // 教学思考 before the process is the idea of the lesson; after it, its reflection.
        if (found.Key == "reflection" && !_hasProcess && text[..Math.Min(text.Length, 8)].IndexOfAny(['反', '后']) < 0)
            return found with { Key = "ideas" };
        // A document does not begin with its process: 心理微课脚本设计 is its name.
        var isFirst = !_started && _titlePage.Text.Length == 0;
        return isFirst && found is { Key: Headings.Process or KindProfile.Other, Rest.Length: 0 } ? null : found;
    }

    private static bool IsText(string key) => key is not (KindProfile.Other or Headings.Title) && !Headings.IsOneLine(key);

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
}
