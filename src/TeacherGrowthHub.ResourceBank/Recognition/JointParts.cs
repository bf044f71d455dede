using System.Text.RegularExpressions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Takes apart what stands under one heading: the three kinds of goals, key and difficult points.</summary>
internal static partial class JointParts
{
    private static readonly string[] GoalKeys = ["goalCognition", "goalEmotion", "goalBehaviour"];
    private const int MaxGoals = 9;
    private const int MaxLine = 2000;

    // 教学重难点: 重点：… 难点：… under one heading.
    public static void SplitPoints(RecognitionBuilder builder)
    {
        var key = "keyPoints";
        var lines = builder
            .TakeLines("keyPoints")
            .Concat(builder.TakeLines("points"))
            .SelectMany(text => PointMark().Replace(text, "\n$0").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        foreach (var line in lines.Select(line => line.Trim()))
        {
            var mark = PointMark().Match(line);
            var begins = mark.Success && mark.Index == 0;
            if (begins)
                key = mark.Value.Contains('难') ? "difficultPoints" : "keyPoints";
            builder.Add(key, (begins ? line[mark.Length..] : line).TrimEnd('，', ','));
        }
    }

    // 教学目标: lines that say which is which, or exactly three numbered ones.
    public static void SplitGoals(RecognitionBuilder builder)
    {
        var rest = new List<string>();
        string? key = null;
        foreach (var line in builder.TakeLines("goals").SelectMany(line => Facts.Split(builder.Kind, line)).SelectMany(CutGoals))
        {
            if (Headings.Find(builder.Kind, line, isHeading: true) is { } found && GoalKeys.Contains(found.Key))
                builder.Add(key = found.Key, found.Rest);
            else if (key is not null)
                builder.Add(key, line);
            else
                rest.Add(line);
        }
        // 通过本课，学生能够： above a list stays what it is.
        rest = [.. rest.SelectMany(CutList)];
        var list = rest.SkipWhile(line => !IsNumbered(line)).ToList();
        if (key is null && Classify(list) is { } keys)
        {
            rest.RemoveRange(rest.Count - list.Count, list.Count);
            foreach (var (goal, line) in keys.Zip(list))
            {
                builder.Add(goal, Headings.StripNumber(line));
                builder.Check(goal);
            }
        }
        foreach (var line in rest)
            builder.Add("goals", line);
    }

    // 1.认知目标：…。2.情感目标：…。 on one line.
    private static IEnumerable<string> CutGoals(string line)
    {
        if (line.Length > MaxLine)
            return [line];
        var pieces = GoalStart().Split(line).Where(piece => piece.Trim().Length > 0).ToList();
        return pieces.Skip(1).All(piece => Headings.Find(WorkKind.Lesson, piece, isHeading: true)?.Key is { } key && GoalKeys.Contains(key))
            ? pieces
            : [line];
    }

    // 1.…。2.…。3.…。 in one paragraph is a list like any other.
    private static IEnumerable<string> CutList(string line)
    {
        if (line.Length > MaxLine)
            return [line];
        var pieces = ListStart().Split(line).Where(piece => piece.Trim().Length > 0).ToList();
        return pieces.Count >= GoalKeys.Length && pieces.All(IsNumbered) ? pieces : [line];
    }

    private static bool IsNumbered(string line) => Headings.StripNumber(line) != line.Trim();

    // A list of which each goal has its kind, and all three kinds are there; of three the verbs may leave one open.
    private static string[]? Classify(IReadOnlyList<string> lines)
    {
        if (lines.Count is < 3 or > MaxGoals || !lines.All(IsNumbered))
            return null;
        string?[] keys = [.. lines.Select(GoalWords.KeyOf)];
        var open = GoalKeys.Except(keys).ToArray();
        if (open.Length == 1 && keys.Count(key => key is null) == 1)
            keys[Array.IndexOf(keys, null)] = open[0];
        return GoalKeys.All(keys.Contains) && keys.OfType<string>().ToArray() is var found && found.Length == keys.Length ? found : null;
    }

    [GeneratedRegex(@"(?<=[。；;！，,])\s{0,4}(?=(?:[\(（]?[1-9][\)）.．、](?![0-9])|[\u2460-\u2468]))")]
    private static partial Regex ListStart();

    [GeneratedRegex(@"(?<=[。；;！])\s{0,4}(?=[^。；;！:：，]{2,14}[:：])")]
    private static partial Regex GoalStart();

    [GeneratedRegex(
        @"(?:[\(（]?[0-9一二三]{1,2}[.．、)）]\s{0,4})?[【\[]?(?:教学|活动|辅导|学习)?[重难]\s{0,4}点(?:[】\]]\s{0,4}[:：]?|\s{0,4}[:：]|(?:是|为|在于)[:：]?)"
    )]
    private static partial Regex PointMark();
}
