namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>Rare signs for numbers as the common ones, one for one: １ ⑴ ❶ Ⅰ.</summary>
internal static class Glyphs
{
    private const string Chinese = "一二三四五六七八九十";

    /// <summary>The beginning of a line with common numbers.</summary>
    public static string Fold(string text, int length) => string.Create(Math.Min(text.Length, length), text, Fill);

    /// <summary>Wide digits as narrow ones.</summary>
    public static string FoldDigits(string text) => text.Any(IsWide) ? string.Concat(text.Select(Digit)) : text;

    private static void Fill(Span<char> folded, string text)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = text[i] switch
            {
                >= '\u2474' and <= '\u2487' => (char)(text[i] - '\u2474' + '\u2460'),
                >= '\u2776' and <= '\u277f' => (char)(text[i] - '\u2776' + '\u2460'),
                >= '\u2160' and <= '\u2169' => Chinese[text[i] - '\u2160'],
                _ => Digit(text[i]),
            };
        }
    }

    private static bool IsWide(char character) => character is >= '\uff10' and <= '\uff19';

    private static char Digit(char character) => IsWide(character) ? (char)(character - '\uff10' + '0') : character;
}
