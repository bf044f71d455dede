namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>How a column's cells are formatted in templates and exports.</summary>
public enum ColumnShape
{
    /// <summary>Text, so that leading zeros stay.</summary>
    Text,
    Day,
    Number,
}

/// <summary>A column of a workbook.</summary>
/// <param name="Field">Name of the field in the domain; refusals name it.</param>
/// <param name="Header">Header, in Chinese.</param>
/// <param name="IsRequired">Must be in the workbook, and filled in.</param>
/// <param name="Hint">Chinese source text: what to write.</param>
/// <param name="Example">Value of the example row.</param>
public sealed record ImportColumn(string Field, string Header, bool IsRequired, string Hint, string Example)
{
    public ColumnShape Shape { get; init; } = ColumnShape.Text;

    /// <summary>Values offered as a list; empty for free text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
