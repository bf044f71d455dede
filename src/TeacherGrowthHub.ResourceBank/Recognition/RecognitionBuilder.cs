using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Collects what a reader finds; whatever nobody claims ends in the part "other", so nothing is dropped.</summary>
internal sealed partial class RecognitionBuilder(WorkKind kind)
{
    private readonly Dictionary<string, List<string>> _sections = [];
    private readonly List<StepDraft> _steps = [];
    private readonly HashSet<string> _toCheck = [];
    private int _titleRank;

    public string Title { get; set; } = "";

    /// <summary>Text that may name the grade when no field does.</summary>
    public string GradeHint { get; set; } = "";

    public WorkKind Kind => kind;

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

    /// <summary>The title as its field says; one guessed before, or that of the unit around it, is kept with the other text.</summary>
    /// <param name="text">The title.</param>
    /// <param name="rank">From <see cref="TitlePage.RankOf"/>.</param>
    public void SetTitle(string text, int rank)
    {
        var title = text.Length > SubmissionRules.MaxTitle ? text : TitlePage.Clean(text);
        if (rank <= _titleRank || title.Length == 0)
        {
            Add(KindProfile.Other, text);
            return;
        }
        if (Title.Length > 0 && !title.Contains(Title, StringComparison.Ordinal))
            Add(KindProfile.Other, Title);
        if (TitlePage.SaysMore(text, title))
            Add(KindProfile.Other, text);
        (Title, _titleRank) = (title, rank);
    }

    /// <summary>Takes the lines of a part away.</summary>
    public IReadOnlyList<string> TakeLines(string key) => _sections.Remove(key, out var lines) ? lines : [];

    public StepDraft AddStep(StepDraft step)
    {
        _steps.Add(step);
        return step;
    }

    public void Check(string field) => _toCheck.Add(field);

    public bool Has(string key) => _sections.ContainsKey(key);

    public Recognized Build()
    {
        JointParts.SplitPoints(this);
        JointParts.SplitGoals(this);
        CountFromStart();
        var grade = Take(Headings.Grade);
        var time = Take(Headings.Periods) + "\n" + Take(Headings.Minutes);
        var authors = Take(Headings.Authors);
        foreach (Match note in Note().Matches(authors))
            Add(KindProfile.Other, note.Value);
        authors = Note().Replace(authors, "");
        var names = Names(authors);
        var (stages, grades) = Grades(grade);
        KeepMore(grade, GradeWords.SaysMore);
        KeepMore(time, SaysMoreThanTime);
        if (stages.Count > 0 && grade.Length == 0)
            Check("stages");
        var known = KindProfile.Of(kind).Sections.Select(section => section.Key).ToHashSet();
        return new Recognized
        {
            Title = Title,
            Stages = stages,
            Grades = grades,
            Periods = PeriodsOf(time),
            Minutes = StepTimes.MinutesOf(time),
            Keywords = Split(Take(Headings.Keywords)),
            Authors = names,
            Steps = [.. _steps.Select(step => step.ToStep()).Where(step => !step.IsEmpty)],
            Sections = _sections
                .GroupBy(pair => known.Contains(pair.Key) ? pair.Key : KindProfile.Other)
                .ToDictionary(group => group.Key, group => Paragraphs([.. group.SelectMany(pair => pair.Value)])),
            ToCheck = [.. _toCheck],
        };
    }

    // 0—5分钟, 5—17分钟: told by the clock of the lesson, not as a length.
    private void CountFromStart()
    {
        var isClock =
            _steps.Count > 1 && _steps[0].From == 0 && _steps.Zip(_steps.Skip(1)).All(pair => pair.Second.From == pair.First.Minutes);
        if (isClock)
            _steps.ForEach(step => step.Minutes -= step.From);
    }

    // 示例小学 张老师: the school is no author.
    private IReadOnlyList<string> Names(string text)
    {
        var names = Split(text);
        var schools = names.Where(name => names.Count > 1 && SchoolName().IsMatch(name)).ToList();
        schools.ForEach(school => Add(KindProfile.Other, school));
        return [.. names.Except(schools)];
    }

    // A bullet before a single line says nothing.
    private static string Paragraphs(IReadOnlyList<string> lines) =>
        lines.Count == 1 && NumberingReader.Of(lines[0], isHeading: false).IsSign
            ? Headings.StripNumber(lines[0])
            : string.Join('\n', lines);

    private string Take(string key) => string.Join('\n', TakeLines(key));

    // 三年级，示例小学: the form has a place for the grade only.
    private void KeepMore(string text, Func<string, bool> saysMore)
    {
        foreach (var line in text.Split('\n').Where(saysMore))
            Add(KindProfile.Other, line);
    }

    // Where no field names the grade, the title page may, or what is said of the class.
    private (IReadOnlyList<string> Stages, IReadOnlyList<int> Grades) Grades(string field)
    {
        string[] places = [field, $"{Title}\n{GradeHint}", Text("learners"), Text(KindProfile.Other)];
        var read = places.Select(GradeWords.Read).Where(place => place.Stages.Count > 0).ToList();
        var first = read.FirstOrDefault(([], []));
        // 高年级 above, 六年级 of the class below.
        return read.FirstOrDefault(place => place.Grades.Count > 0 && place.Stages.SequenceEqual(first.Stages), first);
    }

    private string Text(string key) => _sections.TryGetValue(key, out var lines) ? string.Join('\n', lines) : "";

    private static bool SaysMoreThanTime(string line) => Time().Replace(line, "").Any(char.IsLetter);

    private static IReadOnlyList<string> Split(string text) =>
        [
            .. text.Split(
                ['\n', ',', '\uff0c', ';', '\uff1b', '\u3001', '\u3000', ' '],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ];

    private static int? PeriodsOf(string text)
    {
        var match = AllPeriods().Match(text) is { Success: true } all ? all : Periods().Match(text);
        if (!match.Success)
            return null;
        var number = match.Groups["number"].Value;
        var spoken = "一二三四五六七八九十".IndexOf(number.Replace('两', '二'), StringComparison.Ordinal);
        return int.TryParse(number, out var digits) ? digits
            : spoken >= 0 ? spoken + 1
            : null;
    }

    [GeneratedRegex(@"共\s?(?<number>[0-9]{1,2}|[一二两三四五六七八九十])\s?(?:个)?课时")]
    private static partial Regex AllPeriods();

    [GeneratedRegex(@"(?:小学|中学|学校|学院|幼儿园|教研室|中心|大学)$")]
    private static partial Regex SchoolName();

    // 张老师（示例小学）
    [GeneratedRegex(@"[\(（][^\)）]{0,40}[\)）]")]
    private static partial Regex Note();

    [GeneratedRegex(
        @"(?<number>[0-9]{1,2}|[一二两三四五六七八九十])\s{0,4}(?:个)?\s{0,4}课时|^\s*(?<number>[0-9]{1,2})\s*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Periods();

    [GeneratedRegex(
        @"第?[0-9一二三四五六七八九十]{0,3}(?:个|共|一)?\s{0,4}(?:课时|分钟|min|节课|每|约|共|大约|分)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Time();
}
