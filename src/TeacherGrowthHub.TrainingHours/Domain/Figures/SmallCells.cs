namespace TeacherGrowthHub.TrainingHours.Domain.Figures;

/// <summary>Part and whole as a public page may show them.</summary>
/// <param name="Part">Null where it is hidden, and with it the rate.</param>
/// <param name="Whole">Null where even the whole is hidden.</param>
public sealed record PublicCell(int? Part, int? Whole)
{
    public int? Rate => Part is { } part && Whole is { } whole ? Percent.Of(part, whole) : null;
}

/// <summary>Hides counts from which single persons could be told (domain 6.5: no cell below five).</summary>
public static class SmallCells
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Least = 5;

    /// <summary>
    /// The cells of a column whose sum is shown beside them. What is small is hidden: the part, the rest of the whole, or the whole. One hidden
    /// cell alone could be found by subtraction, so a second one is hidden with it.
    /// </summary>
    public static IReadOnlyList<PublicCell> Of(IReadOnlyList<(int Part, int Whole)> column)
    {
        var cells = column.Select(cell => Hide(cell.Part, cell.Whole)).ToList();
        HideSecond(cells, column.Select(cell => cell.Whole).ToList(), cell => cell.Whole is null, _ => new PublicCell(null, null));
        HideSecond(cells, column.Select(cell => cell.Part).ToList(), cell => cell.Part is null, cell => cell with { Part = null });
        return cells;
    }

    /// <summary>A cell by itself.</summary>
    public static PublicCell Hide(int part, int whole) =>
        IsSmall(whole) ? new(null, null)
        : IsSmall(part) || IsSmall(whole - part) ? new(null, whole)
        : new(part, whole);

    private static void HideSecond(
        List<PublicCell> cells,
        List<int> counts,
        Func<PublicCell, bool> isHidden,
        Func<PublicCell, PublicCell> hide
    )
    {
        if (cells.Count(isHidden) != 1)
            return;
        var second = Enumerable
            .Range(0, cells.Count)
            .Where(place => !isHidden(cells[place]) && counts[place] > 0)
            .OrderBy(place => counts[place]);
        foreach (var place in second.Take(1))
            cells[place] = hide(cells[place]);
    }

    private static bool IsSmall(int count) => count is > 0 and < Least;
}
