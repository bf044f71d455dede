using TeacherGrowthHub.ResourceBank.Recognition;

namespace TeacherGrowthHub.Tests.ResourceBank.Recognition;

/// <summary>Compares what was read with what a sample expects, field by field; a field too many is wrong, too.</summary>
internal sealed class SampleScore
{
    // Between the beginning and the end of a long text; the other test sees to what stands between.
    private const string Gap = "……";

    private readonly List<string> _wrong = [];

    public int Right { get; private set; }
    public IReadOnlyList<string> Wrong => _wrong;

    public static SampleScore Of(SampleLesson sample, Recognized read)
    {
        var score = new SampleScore();
        var expected = sample.Expected.Select(line => line.Split(": ", 2)).ToLookup(parts => parts[0].TrimEnd(':'), parts => parts[^1]);
        var actual = Fields(read);
        foreach (var key in actual.Keys.Union(expected.Select(group => group.Key)).Where(key => key != "step"))
            score.Compare(key, expected[key].FirstOrDefault() ?? "", actual.GetValueOrDefault(key, ""));
        score.CompareSteps([.. expected["step"]], read);
        return score;
    }

    private static Dictionary<string, string> Fields(Recognized read)
    {
        var fields = read.Sections.Where(section => section.Key != "other").ToDictionary(section => section.Key, section => section.Value);
        fields["title"] = read.Title;
        fields["stages"] = string.Join(' ', read.Stages);
        fields["grades"] = string.Join(' ', read.Grades);
        fields["periods"] = $"{read.Periods}";
        fields["minutes"] = $"{read.Minutes}";
        fields["keywords"] = string.Join(' ', read.Keywords);
        fields["authors"] = string.Join(' ', read.Authors);
        return fields.Where(field => field.Value.Length > 0).ToDictionary();
    }

    private void CompareSteps(IReadOnlyList<string> expected, Recognized read)
    {
        if (expected.Count > 0 || read.Steps.Count > 0)
            Compare("steps", $"{expected.Count}", $"{read.Steps.Count}");
        for (var i = 0; i < expected.Count; i++)
        {
            var step = i < read.Steps.Count ? read.Steps[i] : null;
            string[] actual = [step?.Name ?? "", $"{step?.Minutes}", step?.Teacher ?? "", step?.Students ?? "", step?.Intent ?? ""];
            var parts = expected[i].Split('|');
            for (var part = 0; part < actual.Length; part++)
            {
                var wanted = part < parts.Length ? parts[part].Trim() : "";
                if (wanted.Length > 0 || actual[part].Length > 0)
                    Compare($"step {i + 1}.{part}", wanted, actual[part]);
            }
        }
    }

    private void Compare(string key, string expected, string actual)
    {
        if (Matches(expected.Replace(@"\n", "\n"), actual.Trim()))
            Right++;
        else
            _wrong.Add($"{key}: expected [{expected}] read [{actual.Replace("\n", @"\n")}]");
    }

    private static bool Matches(string expected, string actual)
    {
        var parts = expected.Split(Gap, 2);
        return parts.Length == 1
            ? expected == actual
            : actual.StartsWith(parts[0], StringComparison.Ordinal)
                && actual.EndsWith(parts[1], StringComparison.Ordinal)
                && actual.Length >= parts[0].Length + parts[1].Length;
    }
}
