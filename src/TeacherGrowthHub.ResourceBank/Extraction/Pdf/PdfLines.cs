using UglyToad.PdfPig.Content;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Puts the letters of a page into lines, in the order in which the writer placed them and along their own direction.</summary>
internal static class PdfLines
{
    private const double SameLine = .5;
    private const double SameTurn = .9;
    private const double MaxStepBack = 1;
    private const double SpaceOfSize = .15;
    private const double SpaceOfWidth = .3;

    /// <summary>A line of text a line of letters, words divided by the gaps between them.</summary>
    public static IEnumerable<string> Read(IEnumerable<Letter> letters)
    {
        var line = new List<Letter>();
        foreach (var letter in letters.Where(letter => !string.IsNullOrEmpty(letter.Value)))
        {
            if (line.Count > 0 && !Continues(line, letter))
            {
                yield return Text(line);
                line.Clear();
            }
            if (line.Count > 0 ? !IsPrintedTwice(line[^1], letter) : !string.IsNullOrWhiteSpace(letter.Value))
                line.Add(letter);
        }
        if (line.Count > 0)
            yield return Text(line);
    }

    private static bool Continues(List<Letter> line, Letter letter)
    {
        var last = line[^1];
        var (x, y) = Direction(last);
        var (nextX, nextY) = Direction(letter);
        if ((x * nextX) + (y * nextY) < SameTurn)
            return false;
        var (along, across) = Step(last, letter);
        if (Math.Abs(across) > SameLine * Size(last, letter))
            return IsStacked(last, letter) && (line.Count == 1 || IsStacked(line[^2], last));
        return along > -MaxStepBack * Size(last, letter) || IsRightToLeft(letter) || line.Any(IsRightToLeft);
    }

    // Bold type is sometimes printed as the same letter twice, a hair apart.
    private static bool IsPrintedTwice(Letter last, Letter letter) =>
        last.Value == letter.Value
        && last.Width > 0
        && Math.Abs(last.StartBaseLine.X - letter.StartBaseLine.X) + Math.Abs(last.StartBaseLine.Y - letter.StartBaseLine.Y)
            < last.Width * .2;

    // Vertical Chinese: each letter stands right below the one before.
    private static bool IsStacked(Letter above, Letter letter)
    {
        var size = Size(above, letter);
        var drop = above.StartBaseLine.Y - letter.StartBaseLine.Y;
        return IsIdeograph(above.Value)
            && IsIdeograph(letter.Value)
            && Math.Abs(above.StartBaseLine.X - letter.StartBaseLine.X) < size * .2
            && drop > size * .8
            && drop < size * 1.3;
    }

    private static bool IsRightToLeft(Letter letter) => PdfBidi.IsRightToLeft(letter.Value);

    private static bool IsIdeograph(string value) => value[0] is >= '\u3000' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    private static string Text(List<Letter> line)
    {
        var isRightToLeft = line.Any(IsRightToLeft);
        // Some writers place Arabic from right to left, others from left to right; sorted, both are alike.
        var ordered = isRightToLeft ? [.. line.OrderBy(letter => Along(line[0], letter))] : line;
        var pieces = new List<string>();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (i > 0 && IsGap(ordered[i - 1], ordered[i]))
                pieces.Add(" ");
            pieces.Add(ordered[i].Value);
        }
        return string.Concat(isRightToLeft ? PdfBidi.InReadingOrder(pieces) : pieces);
    }

    private static bool IsGap(Letter last, Letter letter)
    {
        if (string.IsNullOrWhiteSpace(last.Value) || string.IsNullOrWhiteSpace(letter.Value))
            return false;
        var (along, across) = Step(last, letter);
        var size = Size(last, letter);
        return Math.Abs(across) <= SameLine * size && (along > EnoughForSpace(last, letter, size) || along < -MaxStepBack * size);
    }

    // Typesetters leave a quarter of an em that is no space before Chinese letters.
    private static double EnoughForSpace(Letter last, Letter letter, double size)
    {
        if (IsIdeograph(letter.Value))
            return SpaceOfWidth * (last.Width + letter.Width) / 2;
        var width = Math.Min(last.Width, letter.Width);
        return width > 0 ? Math.Clamp(SpaceOfWidth * width, SpaceOfSize * size / 2, SpaceOfSize * size) : SpaceOfSize * size;
    }

    private static (double Along, double Across) Step(Letter last, Letter letter)
    {
        var (x, y) = Direction(last);
        var dx = letter.StartBaseLine.X - last.EndBaseLine.X;
        var dy = letter.StartBaseLine.Y - last.EndBaseLine.Y;
        return ((dx * x) + (dy * y), (dy * x) - (dx * y));
    }

    private static double Along(Letter first, Letter letter)
    {
        var (x, y) = Direction(first);
        // The middle: blanks may begin inside their neighbour.
        return ((letter.StartBaseLine.X + letter.EndBaseLine.X) * x) + ((letter.StartBaseLine.Y + letter.EndBaseLine.Y) * y);
    }

    private static (double X, double Y) Direction(Letter letter)
    {
        var dx = letter.EndBaseLine.X - letter.StartBaseLine.X;
        var dy = letter.EndBaseLine.Y - letter.StartBaseLine.Y;
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        return length > 1e-6 ? (dx / length, dy / length) : (1, 0);
    }

    private static double Size(Letter last, Letter letter)
    {
        var size = Math.Max(Math.Abs(last.PointSize), Math.Abs(letter.PointSize));
        return size > 0 ? size : Math.Max(1, letter.Width);
    }
}
