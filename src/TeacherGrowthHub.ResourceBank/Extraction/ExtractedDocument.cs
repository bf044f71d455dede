namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>A piece of a document in reading order: a paragraph, or a table.</summary>
public sealed record Block
{
    /// <summary>Text of a paragraph; null for a table.</summary>
    public string? Text { get; init; }

    /// <summary>Automatic number before the text, which Word draws without storing it: 一、 or "1. "; empty for bullets.</summary>
    public string Number { get; init; } = "";

    /// <summary>Whether Word's style or its look says heading.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Length of a bold beginning before text that is not bold; 0 without one.</summary>
    public int Lead { get; init; }

    /// <summary>A printed line, not a paragraph: formats without paragraphs break them at the margin.</summary>
    public bool IsLine { get; init; }

    /// <summary>Rows of cells; merged cells stand once, where they begin.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>>? Rows { get; init; }
}

/// <summary>A cell of a table with the blocks in it.</summary>
/// <param name="Column">Column in the grid, from 0.</param>
/// <param name="Span">Columns it covers.</param>
/// <param name="ContinuesAbove">Vertically merged with the cell above.</param>
public sealed record TableCell(int Column, int Span, bool ContinuesAbove, IReadOnlyList<Block> Blocks)
{
    /// <summary>All text of the cell, a line a paragraph.</summary>
    public string Text => string.Join('\n', Blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) =>
        block.Rows is null
            ? [block.Number + block.Text]
            : block.Rows.SelectMany(row => row).SelectMany(cell => cell.Blocks.SelectMany(Lines));
}

/// <summary>What was read from a file: its text by pages, and its structure where the format has one.</summary>
/// <param name="Pages">Text of each page, slide or sheet; one for formats without pages.</param>
/// <param name="Blocks">Paragraphs and tables in reading order.</param>
public sealed record ExtractedDocument(IReadOnlyList<string> Pages, IReadOnlyList<Block> Blocks)
{
    /// <summary>All text, pages divided by form feeds.</summary>
    public string Text => string.Join('\f', Pages);

    /// <summary>What the file carries without showing it, such as tracked deletions: scanned for identifiers, never searched.</summary>
    public string Hidden { get; init; } = "";
}

/// <summary>A file that cannot be read, with the reason as Chinese source text.</summary>
public sealed class UnreadableException(string reason, Exception? inner = null) : Exception(reason, inner);
