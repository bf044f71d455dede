using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Collects what a reader finds; whatever nobody claims ends in the part "other", so nothing is dropped.</summary>
internal sealed class RecognitionBuilder(WorkKind kind)
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
        var (periods, minutes) = (Take(Headings.Periods), Take(Headings.Minutes));
        var (authors, besides) = Names.Read(Authors());
        var (stages, grades) = Grades(grade);
        KeepMore(grade, GradeWords.SaysMore);
        KeepMore($"{periods}\n{minutes}", LessonTime.SaysMore);
        foreach (var text in besides)
            Add(KindProfile.Other, text);
        if (stages.Count > 0 && grade.Length == 0)
            Check("stages");
        return new Recognized
        {
            Title = Title,
            Stages = stages,
            Grades = grades,
            Periods = LessonTime.Periods(periods, minutes),
            Minutes = LessonTime.Minutes(periods, minutes),
            Keywords = Names.Split(Take(Headings.Keywords)),
            Authors = authors,
            Steps = [.. _steps.Select(step => step.ToStep()).Where(step => !step.IsEmpty)],
            Sections = Sections(),
            ToCheck = [.. _toCheck],
        };
    }

    private Dictionary<string, string> Sections()
    {
        var known = KindProfile.Of(kind).Sections.Select(section => section.Key).ToHashSet();
        return _sections
            .GroupBy(pair => known.Contains(pair.Key) ? pair.Key : KindProfile.Other)
            .ToDictionary(group => group.Key, group => Paragraphs([.. group.SelectMany(pair => pair.Value)]));
    }

    // 0—5分钟, 5—17分钟: told by the clock of the lesson, not as a length.
    private void CountFromStart()
    {
        var isClock =
            _steps.Count > 1 && _steps[0].From == 0 && _steps.Zip(_steps.Skip(1)).All(pair => pair.Second.From == pair.First.Minutes);
        if (isClock)
            _steps.ForEach(step => step.Minutes -= step.From);
    }

    // Who leads a class meeting wrote it when nobody else did and no pupil leads it.
    private string Authors()
    {
        var (authors, hosts) = (Take(Headings.Authors), Take(Headings.Hosts));
        if (authors.Length == 0 && !Names.ArePupils(hosts))
            return hosts;
        Add(KindProfile.Other, hosts);
        return authors;
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
        string[] places = [field, $"{Title}\n{GradeHint}", Text("learners"), Text("ideas"), Text(KindProfile.Other)];
        var read = places.Select(GradeWords.Read).Where(place => place.Stages.Count > 0).ToList();
        var first = read.FirstOrDefault(([], []));
        // 高年级 above, 六年级 of the class below.
        return read.FirstOrDefault(place => place.Grades.Count > 0 && place.Stages.SequenceEqual(first.Stages), first);
    }

    private string Text(string key) => _sections.TryGetValue(key, out var lines) ? string.Join('\n', lines) : "";
}
