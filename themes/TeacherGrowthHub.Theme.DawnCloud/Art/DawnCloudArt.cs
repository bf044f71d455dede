using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.Theme.DawnCloud.Art;

/// <summary>The theme's drawings. Covers are kept, since lists show the same ones again and again.</summary>
public sealed class DawnCloudArt : IThemeArt
{
    private const int KeptDrawings = 4000;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string, string, string), HtmlString> _covers = new();

    public IHtmlContent Cover(string tone, string character, string seed)
    {
        if (_covers.Count > KeptDrawings)
            _covers.Clear();
        return _covers.GetOrAdd((tone, character, seed), key => new HtmlString(CoverDrawing.Draw(key.Item1, key.Item2, key.Item3)));
    }

    public IHtmlContent Landscape(string seed, LandscapeScene scene = LandscapeScene.Hero) =>
        new HtmlString(LandscapeDrawing.Draw(seed, scene));

    public IHtmlContent Fifty(int count, string label)
    {
        var svg = new SvgWriter().Add(
            $"<svg class=\"hub-fifty\" viewBox=\"0 0 300 58\" role=\"img\" aria-label=\"{Encoder.Encode(label)}\">"
        );
        for (var i = 0; i < 50; i++)
        {
            svg.Add(i < count ? "<rect class=\"on\" " : "<rect ");
            svg.Add($"x=\"{i % 25 * 12.0}\" y=\"{i / 25 * 30.0 + 2}\" width=\"9\" height=\"24\" rx=\"2\"/>");
        }
        return new HtmlString(svg.Add("</svg>").ToString());
    }

    public IHtmlContent Icon(string name) =>
        new HtmlString($"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/dist/icons.svg#i-{Encoder.Encode(name)}\"/></svg>");
}
