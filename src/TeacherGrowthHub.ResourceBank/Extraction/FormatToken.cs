using System.Text.RegularExpressions;

namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>What a piece of a number format stands for.</summary>
internal enum FormatPart
{
    Literal,
    Digit,
    Point,
    Comma,
    Percent,
    Exponent,
    Slash,
    Date,
    HalfDay,
    Elapsed,
    General,
    Text,
}

/// <summary>A piece of a section of a number format as Excel writes them.</summary>
internal sealed partial record FormatToken(FormatPart Part, string Text)
{
    /// <summary>Pieces of one section.</summary>
    public static List<FormatToken> Parse(string section) => [.. Piece().Matches(section).Select(Of).OfType<FormatToken>()];

    /// <summary>Sections of a format: for positive and negative numbers, zero and text, or with conditions.</summary>
    public static List<string> Sections(string code)
    {
        var sections = Section().Matches(code).Select(match => match.Value).ToList();
        // The empty match at the end is a section only after a semicolon.
        if (sections.Count > 1 && sections[^2][^1] != ';')
            sections.RemoveAt(sections.Count - 1);
        return [.. sections.Select(section => section.TrimEnd(';'))];
    }

    private static FormatToken? Of(Match match)
    {
        var text = match.Value;
        return text[0] switch
        {
            '"' => new(FormatPart.Literal, text.Trim('"')),
            '\\' => new(FormatPart.Literal, text[1..]),
            '_' => new(FormatPart.Literal, " "),
            '*' => null,
            '[' => OfBracket(text[1..^1]),
            '0' or '#' or '?' => new(FormatPart.Digit, text),
            '.' => new(FormatPart.Point, text),
            ',' => new(FormatPart.Comma, text),
            '%' => new(FormatPart.Percent, text),
            '/' => new(FormatPart.Slash, text),
            '@' => new(FormatPart.Text, text),
            'E' when text.Length > 1 => new(FormatPart.Exponent, text),
            'G' when text.Length > 1 => new(FormatPart.General, text),
            _ when text.Contains('/') => new(FormatPart.HalfDay, text),
            _ when "ymdhsea".Contains(char.ToLowerInvariant(text[0])) => new(FormatPart.Date, text.ToLowerInvariant()),
            _ => new(FormatPart.Literal, text),
        };
    }

    // [$¥-804] shows its sign, [h] counts beyond a day, colours and conditions show nothing.
    private static FormatToken? OfBracket(string text) =>
        text.StartsWith('$') ? new(FormatPart.Literal, text[1..].Split('-')[0])
        : text.Length > 0 && text.All(letter => "hmsHMS".Contains(letter)) ? new(FormatPart.Elapsed, text.ToLowerInvariant())
        : null;

    [GeneratedRegex("""(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*(?:;|$)""")]
    private static partial Regex Section();

    [GeneratedRegex(
        @"""[^""]*""?|\\.|_.|\*.|\[[^\]]*\]|(?i:General)|E[+-]|(?i:AM/PM|A/P)|上午/下午|(?i:y+|m+|d+|h+|s+|e+|a{3,4})|.",
        RegexOptions.Singleline
    )]
    private static partial Regex Piece();
}
