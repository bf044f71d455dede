using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Covers;

/// <summary>The cover of a work as a page shows it: the author's picture, else the drawing.</summary>
/// <param name="WorkId">The work; also the seed of the drawing.</param>
/// <param name="Tone">Class of the theme.</param>
/// <param name="Character">The character of the drawing.</param>
/// <param name="Picture">The author's picture.</param>
/// <param name="Text">What it shows; empty where the text beside it says enough.</param>
public sealed record CoverView(string WorkId, string Tone, string Character, WorkCover? Picture, string Text = "")
{
    /// <summary>On a card, where the title stands below.</summary>
    public static CoverView Of(WorkCard card, TaxonomySet terms) =>
        new(card.Id, card.Profile.Tone, terms.CoverCharacter(card.Topics, card.Areas), card.Cover, card.Cover?.Text ?? "");

    /// <summary>On the work's own pages.</summary>
    public static CoverView Of(WorkView view) =>
        new(view.Work.Id, view.Profile.Tone, view.CoverCharacter, view.Content.Cover, view.Content.Cover?.Text ?? "");

    /// <summary>Address of a picture.</summary>
    public string Address(string hash) => $"/resources/{WorkId}/cover/{hash}";
}
