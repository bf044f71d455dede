using System.Text;
using SkiaSharp;
using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>
/// The fonts of one certificate, cut down to its characters: Noto Serif SC, and for the rare characters of names that it lacks the
/// Noto CJK collection where the machine has one. A character that no font has is never drawn as an empty box.
/// </summary>
internal sealed class PaperFonts : IDisposable
{
    private const string Rare = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
    private const int SimplifiedChinese = 2;
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fonts");
    private static readonly string RegularFile = Path.Combine(Folder, "NotoSerifSC_400Regular.ttf");
    private static readonly string BoldFile = Path.Combine(Folder, "NotoSerifSC_700Bold.ttf");
    private readonly SKTypeface _regular;
    private readonly SKTypeface _bold;
    private readonly SKTypeface? _rare;

    /// <param name="texts">Everything that will be drawn.</param>
    /// <param name="boldTexts">Those of them that will be drawn bold.</param>
    /// <exception cref="RefusedException">A character that no font of this machine has.</exception>
    public PaperFonts(IEnumerable<string> texts, IEnumerable<string> boldTexts)
    {
        var runes = RunesOf(texts);
        _regular = Load(RegularFile, 0, runes);
        _bold = Load(BoldFile, 0, RunesOf(boldTexts));
        var lacking = runes.FindAll(rune => !Has(_regular, rune));
        if (lacking.Count > 0 && File.Exists(Rare))
        {
            _rare = Load(Rare, SimplifiedChinese, lacking);
            lacking = lacking.FindAll(rune => !Has(_rare, rune));
        }
        if (lacking.Count == 0)
            return;
        Dispose();
        throw new RefusedException("证明的字体里没有“{0}”字，请联系系统管理员安装字体", string.Concat(lacking));
    }

    /// <summary>The font that has the character.</summary>
    public SKTypeface Of(Rune rune, bool bold) =>
        _rare is not null && Has(_rare, rune) ? _rare
        : bold ? _bold
        : _regular;

    public void Dispose()
    {
        _regular.Dispose();
        _bold.Dispose();
        _rare?.Dispose();
    }

    private static List<Rune> RunesOf(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => text.EnumerateRunes()).Append(new Rune(' ')).Distinct().OrderBy(rune => rune.Value)];

    private static bool Has(SKTypeface face, Rune rune)
    {
        using var font = new SKFont(face);
        return font.ContainsGlyph(rune.Value);
    }

    private static SKTypeface Load(string path, int face, IEnumerable<Rune> runes)
    {
        using var data = SKData.CreateCopy(FontSubset.Make(path, face, runes));
        return SKTypeface.FromData(data);
    }
}
