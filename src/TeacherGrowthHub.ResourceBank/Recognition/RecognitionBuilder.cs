using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Collects what a reader finds; whatever nobody claims ends in the part "other", so nothing is dropped.</summary>
internal sealed partial class RecognitionBuilder(WorkKind kind)
{
    private readonly Dictionary<string, List<string>> _sections = [];
    private readonly List<StepDraft> _steps = [];
    private readonly HashSet<string> _toCheck = [];

    /// <summary>A step being written.</summary>
    public sealed class StepDraft
    {
        public string Name { get; set; } = "";
        public int? Minutes { get; set; }
        public List<string> Teacher { get; } = [];
        public List<string> Students { get; } = [];
        public List<string> Intent { get; } = [];

        public LessonStep ToStep() =>
            new()
            {
                Name = Name,
                Minutes = Minutes,
                Teacher = string.Join('\n', Teacher),
                Students = string.Join('\n', Students),
                Intent = string.Join('\n', Intent),
            };
    }

    public string Title { get; set; } = "";
    public IReadOnlyList<StepDraft> Steps => _steps;

    /// <summary>Adds a line to a part.</summary>
    public void Add(string key, string line)
    {
        if (line.Trim().Length == 0)
            return;
        if (!_sections.TryGetValue(key, out var lines))
            _sections[key] = lines = [];
        lines.Add(line.Trim());
    }

    public StepDraft AddStep(string name, int? minutes)
    {
        var step = new StepDraft { Name = name, Minutes = minutes };
        _steps.Add(step);
        return step;
    }

    public void Check(string field) => _toCheck.Add(field);

    public bool Has(string key) => _sections.ContainsKey(key);

    public Recognized Build()
    {
        SplitPoints();
        SplitGoals();
        var grade = Take(Headings.Grade);
        var time = Take(Headings.Periods) + "\n" + Take(Headings.Minutes);
        var (stages, grades) = GradeWords.Read(grade.Length > 0 ? grade : Title);
        if (stages.Count > 0 && grade.Length == 0)
            Check("stages");
        var known = KindProfile.Of(kind).Sections.Select(section => section.Key).ToHashSet();
        return new Recognized
        {
            Title = Title,
            Stages = stages,
            Grades = grades,
            Periods = PeriodsOf(time),
            Minutes = StepHeadings.MinutesOf(time),
            Keywords = Split(Take(Headings.Keywords)),
            Authors = Split(Take(Headings.Authors)),
            Steps = [.. _steps.Select(step => step.ToStep()).Where(step => !step.IsEmpty)],
            Sections = _sections
                .GroupBy(pair => known.Contains(pair.Key) ? pair.Key : KindProfile.Other)
                .ToDictionary(group => group.Key, group => string.Join('\n', group.SelectMany(pair => pair.Value))),
            ToCheck = [.. _toCheck],
        };
    }

    private string Take(string key) => _sections.Remove(key, out var lines) ? string.Join('\n', lines) : "";

    private static IReadOnlyList<string> Split(string text) =>
        [
            .. text.Split(
                    ['\n', ',', '\uff0c', ';', '\uff1b', '\u3001', '\u3000', ' '],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Take(20),
        ];

    // 教学重难点: 重点：… 难点：… under one heading.
    private void SplitPoints()
    {
        if (!_sections.Remove("points", out var lines))
            return;
        var key = "keyPoints";
        foreach (var line in lines.SelectMany(text => PointMark().Replace(text, "\n$0").Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            var mark = PointMark().Match(line.TrimStart());
            if (mark.Success && mark.Index == 0)
                key = mark.Value.Contains('\u96be') ? "difficultPoints" : "keyPoints";
            Add(key, mark.Success && mark.Index == 0 ? line.TrimStart()[mark.Length..] : line);
        }
    }

    // 教学目标: three lines that say which is which, or exactly three numbered ones.
    private void SplitGoals()
    {
        if (!_sections.TryGetValue("goals", out var lines))
            return;
        var rest = new List<string>();
        string? key = null;
        foreach (var line in lines)
        {
            if (Headings.Find(kind, line, isHeading: true) is { Key: "goalCognition" or "goalEmotion" or "goalBehaviour" } found)
                Add(key = found.Key, found.Rest);
            else if (key is not null && !_sections.ContainsKey(key))
                Add(key, line);
            else
                rest.Add(line);
        }
        if (rest.Count == 3 && key is null && rest.All(line => Headings.StripNumber(line) != line.Trim()))
        {
            string[] keys = ["goalCognition", "goalEmotion", "goalBehaviour"];
            for (var i = 0; i < keys.Length; i++)
            {
                Add(keys[i], Headings.StripNumber(rest[i]));
                Check(keys[i]);
            }
            rest.Clear();
        }
        if (rest.Count == 0)
            _sections.Remove("goals");
        else
            _sections["goals"] = rest;
    }

    private static int? PeriodsOf(string text)
    {
        var match = Periods().Match(text);
        if (!match.Success)
            return null;
        var number = match.Groups["number"].Value;
        var spoken = "一二三四五六七八九十".IndexOf(number, StringComparison.Ordinal);
        return int.TryParse(number, out var digits) ? digits
            : spoken >= 0 ? spoken + 1
            : null;
    }

    [GeneratedRegex(@"(?:[0-9（(]+[.、)）]\s*)?(?:教学|活动|辅导)?[重难]\s*点\s*[:：]")]
    private static partial Regex PointMark();

    [GeneratedRegex(@"(?<number>[0-9]{1,2}|[一二三四五六七八九十])\s*(?:个)?\s*课时|^\s*(?<number>[0-9]{1,2})\s*$", RegexOptions.Multiline)]
    private static partial Regex Periods();
}
