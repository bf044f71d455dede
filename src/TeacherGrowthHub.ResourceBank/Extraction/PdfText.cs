using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Puts right what PDF writers do to characters.</summary>
internal static class PdfText
{
    // Writers' fonts map one glyph to two code points; copied text then holds Kangxi radicals (⽣ for 生).
    private const char FirstRadical = '\u2e80';
    private const char LastRadical = '\u2fdf';

    /// <summary>Radicals and presentation forms to letters, right-to-left words from visual to reading order, no control characters.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            tidy.Append(InReadingOrder(Letters(line))).Append('\n');
        return tidy.ToString().TrimEnd('\n');
    }

    private static string Letters(string line)
    {
        var letters = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (character is >= FirstRadical and <= LastRadical or >= '\ufb00' and <= '\ufdff' or >= '\ufe70' and <= '\ufefe')
                letters.Append(character.ToString().Normalize(NormalizationForm.FormKC));
            else if (!char.IsControl(character) || character == '\t')
                letters.Append(character);
        }
        return letters.ToString();
    }

    // PDF places glyphs from left to right; a line of Hebrew or Arabic comes out backwards.
    private static string InReadingOrder(string line)
    {
        if (!line.Any(IsRightToLeft))
            return line;
        var words = line.Split(' ').Reverse().Select(word => word.Any(IsRightToLeft) ? string.Concat(word.Reverse()) : word);
        return string.Join(' ', words);
    }

    private static bool IsRightToLeft(char character) => character is >= '\u0590' and <= '\u08ff';
}
