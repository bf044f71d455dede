using Microsoft.AspNetCore.Html;

namespace TeacherGrowthHub.Kernel.Shell;

/// <summary>The theme's generated drawings: the same arguments always give the same picture. Seam between modules and themes.</summary>
public interface IThemeArt
{
    /// <summary>Cover of a work, 320×200, as inline SVG.</summary>
    /// <param name="tone">Class of the kind: <c>is-lesson</c>, <c>is-paper</c>, <c>is-case</c>, <c>is-course</c>, <c>is-pack</c>.</param>
    /// <param name="character">The one character of its area or cross-topic.</param>
    /// <param name="seed">The work's id.</param>
    IHtmlContent Cover(string tone, string character, string seed);

    /// <summary>A landscape for heroes, banners and blanks; first child of <c>.hub-land</c>.</summary>
    /// <param name="seed">Any text; the same seed gives the same ridges.</param>
    /// <param name="scene">Variation for the place it stands in.</param>
    IHtmlContent Landscape(string seed, LandscapeScene scene = LandscapeScene.Hero);

    /// <summary>The grid of fifty cells, of which <paramref name="count"/> are filled.</summary>
    IHtmlContent Fifty(int count, string label);

    /// <summary>An icon of the theme's sprite, hidden from screen readers.</summary>
    IHtmlContent Icon(string name);
}

/// <summary>Where a landscape stands: a refusal has no sun, an error has the sun behind the ridge.</summary>
public enum LandscapeScene
{
    Hero,
    Banner,

    /// <summary>Beside the sign-in form.</summary>
    Portrait,
    Blank,
    Forbidden,
    Error,
}
