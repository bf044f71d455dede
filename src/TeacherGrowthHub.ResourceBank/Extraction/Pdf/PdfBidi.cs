namespace TeacherGrowthHub.ResourceBank.Extraction.Pdf;

/// <summary>Hebrew and Arabic stand on the page from right to left: turns the glyphs of a line into the order of reading.</summary>
internal static class PdfBidi
{
    /// <summary>Whether a glyph belongs to a script written from right to left.</summary>
    public static bool IsRightToLeft(string glyph) =>
        glyph.Length > 0 && glyph[0] is >= '\u0590' and <= '\u08ff' or >= '\ufb1d' and <= '\ufdff' or >= '\ufe70' and <= '\ufefc';

    /// <param name="glyphs">From left to right; a ligature is one glyph with several letters in reading order.</param>
    public static IEnumerable<string> InReadingOrder(List<string> glyphs)
    {
        var ordered = glyphs.ToList();
        if (ordered.Count(IsRightToLeft) < ordered.Count(IsLeftToRight))
        {
            TurnRuns(ordered, IsRightToLeft, IsLeftToRight);
            return ordered;
        }
        ordered.Reverse();
        TurnRuns(ordered, glyph => IsLeftToRight(glyph) || IsDigit(glyph), glyph => !IsInNumber(glyph));
        return ordered;
    }

    // A run begins and ends with a member; a stopper between two members divides them.
    private static void TurnRuns(List<string> glyphs, Func<string, bool> isMember, Func<string, bool> stops)
    {
        for (var start = 0; start < glyphs.Count; start++)
        {
            if (!isMember(glyphs[start]))
                continue;
            var end = start;
            for (var i = start + 1; i < glyphs.Count && (isMember(glyphs[i]) || !stops(glyphs[i])); i++)
                end = isMember(glyphs[i]) ? i : end;
            glyphs.Reverse(start, end - start + 1);
            start = end;
        }
    }

    private static bool IsDigit(string glyph) => glyph.Length > 0 && char.IsDigit(glyph[0]);

    private static bool IsInNumber(string glyph) => glyph is "." or "," or ":" or "/" or "-" or "@" or "_";

    private static bool IsLeftToRight(string glyph) => glyph.Length > 0 && char.IsLetter(glyph[0]) && !IsRightToLeft(glyph);
}
