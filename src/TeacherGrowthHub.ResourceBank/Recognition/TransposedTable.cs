using TeacherGrowthHub.ResourceBank.Extraction;

namespace TeacherGrowthHub.ResourceBank.Recognition;

/// <summary>A table of the process with the steps side by side: 环节 | 热身 | 展开, below it 教师活动 | … | ….</summary>
internal static class TransposedTable
{
    private const int MinRoles = 2;

    /// <summary>Adds its columns as steps; false when the table is none of that kind.</summary>
    public static bool Take(IReadOnlyList<IReadOnlyList<TableCell>> rows, RecognitionBuilder builder)
    {
        if (rows.Count <= MinRoles || rows.Any(row => row.Count != rows[0].Count) || rows[0].Count < 3)
            return false;
        var roles = rows.Skip(1).Select(row => StepWords.OfColumn(row[0].Text)).ToList();
        var isTransposed =
            StepWords.OfColumn(rows[0][0].Text) == Role.Name
            && rows[0].Skip(1).All(cell => StepWords.OfColumn(cell.Text) == Role.None)
            && roles.All(role => role is Role.Minutes or Role.Teacher or Role.Students or Role.Intent)
            && roles.Exists(role => role is Role.Teacher or Role.Students);
        for (var column = 1; isTransposed && column < rows[0].Count; column++)
        {
            var step = builder.AddStep(new StepDraft());
            ProcessTable.Put(step, Role.Name, rows[0][column].Text.Trim());
            foreach (var (row, role) in rows.Skip(1).Zip(roles))
                ProcessTable.Put(step, role, row[column].Text.Trim());
        }
        return isTransposed;
    }
}
