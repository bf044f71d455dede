using System.Text;

namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Puts right what PDF writers do to characters.</summary>
internal static class PdfText
{
    // Writers' fonts map one glyph to two code points; copied text then holds Kangxi radicals (⽣ for 生).
    private const char FirstRadical = '\u2e80';
    private const char LastRadical = '\u2fdf';

    /// <summary>Radicals and presentation forms to letters, characters without meaning to spaces.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            tidy.Append(Letters(line)).Append('\n');
        return tidy.ToString().TrimEnd('\n');
    }

    private static string Letters(string line)
    {
        var letters = new StringBuilder(line.Length);
        foreach (var character in line)
        {
            if (character is >= FirstRadical and <= LastRadical or >= '\ufb00' and <= '\ufdff' or >= '\ufe70' and <= '\ufefe')
                letters.Append(character.ToString().Normalize(NormalizationForm.FormKC));
            else
                letters.Append(char.IsControl(character) ? ' ' : character);
        }
        return letters.ToString();
    }
}
