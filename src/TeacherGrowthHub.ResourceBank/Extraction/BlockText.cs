namespace TeacherGrowthHub.ResourceBank.Extraction;

/// <summary>Plain lines of blocks: a paragraph is a line, a table row a line with tabs.</summary>
internal static class BlockText
{
    public static IEnumerable<string> Lines(Block block) =>
        block.Rows is null ? [block.Text ?? ""] : block.Rows.Select(row => string.Join('\t', row.Select(cell => cell.Text)));
}
