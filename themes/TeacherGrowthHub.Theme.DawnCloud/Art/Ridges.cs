namespace TeacherGrowthHub.Theme.DawnCloud.Art;

/// <summary>The lines of the Gaoligong range.</summary>
internal static class Ridges
{
    /// <summary>Soft rolling ridge for covers: spans that alternate valley and crest.</summary>
    public static string Soft(DrawingRandom random, double width, double height, double level, double amplitude, int spans)
    {
        var points = new double[spans + 1];
        for (var i = 0; i <= spans; i++)
        {
            var crest = i % 2 == 1;
            points[i] = level + (random.Next() - .5) * 2 * amplitude * (crest ? .9 : .55) + (crest ? -amplitude * .35 : amplitude * .35);
        }
        var path = new SvgWriter().Add($"M0 {height}V{points[0]}");
        for (var i = 0; i < spans; i++)
        {
            double from = width * i / spans,
                to = width * (i + 1) / spans,
                middle = (from + to) / 2,
                bend = width / spans * .06;
            path.Add($"C{middle - bend} {points[i]} {middle + bend} {points[i + 1]} {to} {points[i + 1]}");
        }
        return path.Add($"V{height}z").ToString();
    }

    /// <summary>Rugged ridge for landscapes by midpoint displacement: five points, four halvings.</summary>
    public static double[] Peaks(DrawingRandom random, double level, double amplitude)
    {
        double[] points =
        [
            level + (random.Next() - .5) * amplitude,
            level - (random.Next() * .6 + .2) * amplitude,
            level + (random.Next() - .5) * amplitude,
            level - random.Next() * .7 * amplitude,
            level + (random.Next() - .4) * amplitude,
        ];
        var shift = amplitude * .55;
        for (var step = 0; step < 4; step++, shift *= .55)
            points = Halve(points, random, shift);
        return points;
    }

    /// <summary>The filled outline below a rugged ridge.</summary>
    public static string Outline(double[] points, double width, double height)
    {
        var spans = points.Length - 1;
        var path = new SvgWriter().Add($"M0 {height}V{Math.Round(points[0])}");
        for (var i = 1; i <= spans; i++)
        {
            double to = width * i / spans,
                from = width * (i - 1) / spans;
            path.Add($"Q{Math.Round(from + (to - from) * .3)} {Math.Round(points[i - 1] * .85 + points[i] * .15)} ")
                .Add(
                    $"{Math.Round((from + to) / 2)} {Math.Round((points[i - 1] + points[i]) / 2)}L{Math.Round(to)} {Math.Round(points[i])}"
                );
        }
        return path.Add($"V{height}z").ToString();
    }

    /// <summary>Height of a ridge at the share <paramref name="x"/> of its width.</summary>
    public static double At(double[] points, double x)
    {
        var spans = points.Length - 1;
        var i = Math.Min(spans - 1, (int)(x * spans));
        var part = x * spans - i;
        return points[i] * (1 - part) + points[i + 1] * part;
    }

    private static double[] Halve(double[] points, DrawingRandom random, double shift)
    {
        var finer = new List<double>(points.Length * 2);
        for (var i = 0; i < points.Length - 1; i++)
        {
            finer.Add(points[i]);
            finer.Add((points[i] + points[i + 1]) / 2 + (random.Next() - .5) * shift);
        }
        finer.Add(points[^1]);
        return [.. finer];
    }
}
