using System.Text.Encodings.Web;

namespace TeacherGrowthHub.Theme.DawnCloud.Art;

/// <summary>The face of a work without a picture: its kind gives the tone, its area the character, its id the scene.</summary>
internal static class CoverDrawing
{
    private const double Width = 320;
    private const double Height = 200;

    public static string Draw(string tone, string character, string seed)
    {
        var random = new DrawingRandom(seed);
        double sunX = Math.Round(70 + random.Next() * 180, 1),
            sunY = Math.Round(74 + random.Next() * 12, 1),
            cloudX = random.Next() * 200,
            cloudY = 104 + random.Next() * 14;
        return new SvgWriter()
            .Add(
                $"<svg class=\"hub-cover {tone}\" viewBox=\"0 0 320 200\" aria-hidden=\"true\"><rect class=\"a\" width=\"320\" height=\"200\"/>"
            )
            .Add($"<circle class=\"b h\" cx=\"{sunX}\" cy=\"{sunY}\" r=\"68\"/><circle class=\"b\" cx=\"{sunX}\" cy=\"{sunY}\" r=\"46\"/>")
            .Add($"<path class=\"c\" d=\"{Ridges.Soft(random, Width, Height, 134, 18, 5)}\"/><g class=\"a h\">")
            .Add($"<rect x=\"{cloudX}\" y=\"{cloudY}\" width=\"70\" height=\"7\" rx=\"3.5\"/>")
            .Add($"<rect x=\"{cloudX + 28}\" y=\"{cloudY + 10}\" width=\"84\" height=\"7\" rx=\"3.5\"/>")
            .Add($"<rect x=\"{cloudX - 12}\" y=\"{cloudY + 20}\" width=\"52\" height=\"7\" rx=\"3.5\"/></g>")
            .Add($"<path class=\"d\" d=\"{Ridges.Soft(random, Width, Height, 158, 16, 4)}\"/>")
            .Add($"<path class=\"e\" d=\"{Ridges.Soft(random, Width, Height, 182, 11, 5)}\"/>")
            .Add($"<text x=\"{sunX}\" y=\"{sunY + 20}\">{HtmlEncoder.Default.Encode(character)}</text></svg>")
            .ToString();
    }
}
