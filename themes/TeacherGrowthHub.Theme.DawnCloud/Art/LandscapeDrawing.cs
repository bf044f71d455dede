using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Theme.DawnCloud.Art;

/// <summary>Dawn over the range: sky, sun, five ridges into mist, five lights for the five counties, a sea of clouds.</summary>
internal static class LandscapeDrawing
{
    private sealed record Frame(double Width, double Height, (double X, double Y, double Radius)? Sun);

    private static readonly (double X, int Ridge)[] Lights = [(.1, 3), (.44, 3), (.58, 2), (.74, 3), (.9, 2)];

    public static string Draw(string seed, LandscapeScene scene)
    {
        var frame = FrameOf(scene);
        var random = new DrawingRandom(seed);
        var id = "g" + DrawingRandom.Hash(seed) % 997;
        var svg = new SvgWriter();
        svg.Add($"<svg viewBox=\"0 0 {frame.Width} {frame.Height}\" preserveAspectRatio=\"xMidYMax slice\" aria-hidden=\"true\">");
        AddGradients(svg, id);
        svg.Add($"<rect width=\"{frame.Width}\" height=\"{frame.Height}\" fill=\"url(#{id}s)\"/>");
        AddSun(svg, frame);
        var ridges = Enumerable
            .Range(0, 5)
            .Select(i => Ridges.Peaks(random, frame.Height * (.5 + i / 4.0 * .33), frame.Height * (.2 - .1 * i / 4.0)))
            .ToArray();
        for (var i = 0; i < ridges.Length; i++)
        {
            svg.Add($"<path fill=\"url(#{id}{(double)RidgeColour(i)})\" d=\"{Ridges.Outline(ridges[i], frame.Width, frame.Height)}\"/>");
            if (i == 0)
                AddMist(svg, frame);
        }
        AddLights(svg, frame, ridges);
        AddClouds(svg, frame, random);
        return svg.Add("</svg>").ToString();
    }

    private static Frame FrameOf(LandscapeScene scene) =>
        scene switch
        {
            LandscapeScene.Hero => new(1440, 520, (1020, 200, 58)),
            LandscapeScene.Portrait => new(720, 900, (500, 330, 64)),
            LandscapeScene.Banner => new(1200, 300, (930, 96, 34)),
            LandscapeScene.Forbidden => new(560, 280, null),
            LandscapeScene.Error => new(560, 280, (300, 150, 40)),
            _ => new(560, 280, (410, 84, 26)),
        };

    private static int RidgeColour(int ridge) => 1 + (int)Math.Round(ridge / 4.0 * 3, MidpointRounding.AwayFromZero);

    private static void AddGradients(SvgWriter svg, string id)
    {
        svg.Add(
            $"<defs><linearGradient id=\"{id}s\" x2=\"0\" y2=\"1\"><stop class=\"k0\"/><stop class=\"k1\" offset=\".62\"/></linearGradient>"
        );
        for (var k = 1; k <= 4; k++)
        {
            var fade = k == 4 ? ".55" : ".12";
            svg.Add($"<linearGradient id=\"{id}{(double)k}\" x2=\"0\" y2=\"1\"><stop class=\"r{(double)k}\"/>")
                .Add($"<stop class=\"r{(double)k}\" offset=\".9\" stop-opacity=\"{fade}\"/></linearGradient>");
        }
        svg.Add("</defs>");
    }

    private static void AddSun(SvgWriter svg, Frame frame)
    {
        if (frame.Sun is not { } sun)
            return;
        svg.Add($"<circle class=\"s\" cx=\"{sun.X}\" cy=\"{sun.Y}\" r=\"{sun.Radius * 2.1}\" opacity=\".16\"/>")
            .Add($"<circle class=\"s\" cx=\"{sun.X}\" cy=\"{sun.Y}\" r=\"{sun.Radius * 1.5}\" opacity=\".22\"/>")
            .Add($"<circle class=\"s\" cx=\"{sun.X}\" cy=\"{sun.Y}\" r=\"{sun.Radius}\"/>");
    }

    private static void AddMist(SvgWriter svg, Frame frame)
    {
        svg.Add("<g class=\"mist\" opacity=\".55\">");
        foreach (var (x, y, scale) in new[] { (frame.Width * .62, frame.Height * .5, 1.0), (frame.Width * .36, frame.Height * .6, .8) })
        {
            svg.Add($"<path d=\"M{x} {y}h{170 * scale}M{x + 60 * scale} {y + 17 * scale}h{200 * scale}")
                .Add($"M{x - 40 * scale} {y + 34 * scale}h{130 * scale}\"/>");
        }
        svg.Add("</g>");
    }

    private static void AddLights(SvgWriter svg, Frame frame, double[][] ridges)
    {
        svg.Add("<g class=\"s\">");
        foreach (var (x, ridge) in Lights)
        {
            double left = frame.Width * x,
                top = Ridges.At(ridges[ridge], x) - 1;
            svg.Add($"<circle cx=\"{left}\" cy=\"{top}\" r=\"9\" opacity=\".35\"/><circle cx=\"{left}\" cy=\"{top}\" r=\"3\"/>");
        }
        svg.Add("</g>");
    }

    // In the page's colour, so that the scene dissolves into the page.
    private static void AddClouds(SvgWriter svg, Frame frame, DrawingRandom random)
    {
        foreach (var (level, opacity) in new[] { (.9, ".45"), (.955, "1") })
        {
            svg.Add($"<path class=\"e\" opacity=\"{opacity}\" d=\"M0 {frame.Height + 2}V{frame.Height * level}");
            for (double x = 0, length; x < frame.Width; x += length)
            {
                length = 56 + random.Next() * 84;
                svg.Add($"q{length * .5} {-(14 + random.Next() * 30)} {length} 0");
            }
            svg.Add($"V{frame.Height + 2}z\"/>");
        }
    }
}
