using System.Text;
using SkiaSharp;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>Writes on a page of a certificate; lengths in points.</summary>
internal sealed class PaperText(SKCanvas canvas, PaperFonts fonts)
{
    // Marks that must not begin a line.
    private const string Closing = "，。、；：？！）】》”’%";

    /// <summary>Writes one line.</summary>
    /// <param name="x">Its left end, or its right or middle as <paramref name="align"/> says.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="spacing">Added after each character.</param>
    public void Line(
        string text,
        float x,
        float y,
        float size,
        SKColor color,
        bool bold = false,
        SKTextAlign align = SKTextAlign.Left,
        float spacing = 0
    )
    {
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        var width = Width(text, size, bold, spacing);
        var at =
            align == SKTextAlign.Right ? x - width
            : align == SKTextAlign.Center ? x - (width / 2)
            : x;
        foreach (var run in Runs(text, bold, spacing > 0))
        {
            using var font = FontOf(run.Face, size);
            canvas.DrawText(run.Text, at, y, SKTextAlign.Left, font, paint);
            at += font.MeasureText(run.Text) + spacing;
        }
    }

    public float Width(string text, float size, bool bold = false, float spacing = 0)
    {
        var width = 0f;
        foreach (var run in Runs(text, bold, spacing > 0))
        {
            using var font = FontOf(run.Face, size);
            width += font.MeasureText(run.Text) + spacing;
        }
        return width - spacing;
    }

    /// <summary>The largest size at which the text fits, never below <paramref name="least"/>.</summary>
    public float Fitting(string text, float width, float size, float least, bool bold = false)
    {
        while (size > least && Width(text, size, bold) > width)
            size -= 0.5f;
        return size;
    }

    /// <summary>The text, with its end cut off where it is still too long.</summary>
    public string Shortened(string text, float width, float size, bool bold)
    {
        if (Width(text, size, bold) <= width)
            return text;
        var kept = "";
        foreach (var rune in text.EnumerateRunes())
        {
            if (Width(kept + rune + PaperWords.Ellipsis, size, bold) > width)
                break;
            kept += rune;
        }
        return kept + PaperWords.Ellipsis;
    }

    /// <summary>Breaks a paragraph into lines: Chinese anywhere, Latin words and numbers whole, no closing mark at the beginning.</summary>
    public IReadOnlyList<string> Wrap(string text, float width, float size)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(text))
        {
            if (line.Length > 0 && Width(line + word, size) > width && !Closing.Contains(word, StringComparison.Ordinal))
            {
                lines.Add(line);
                line = "";
            }
            line += word;
        }
        lines.Add(line);
        return lines;
    }

    // Letters stand where they belong on paper, not on the pixels of a screen.
    private static SKFont FontOf(SKTypeface face, float size) =>
        new(face, size)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };

    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune.ToString());
                continue;
            }
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
            yield return rune.ToString();
        }
        if (word.Length > 0)
            yield return word.ToString();
    }

    private IEnumerable<(string Text, SKTypeface Face)> Runs(string text, bool bold, bool apart)
    {
        var run = new StringBuilder();
        SKTypeface? face = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var next = fonts.Of(rune, bold);
            if (run.Length > 0 && (apart || next != face))
            {
                yield return (run.ToString(), face!);
                run.Clear();
            }
            face = next;
            run.Append(rune.ToString());
        }
        if (run.Length > 0)
            yield return (run.ToString(), face!);
    }
}
