namespace TeacherGrowthHub.People.Imports.Workbooks;

/// <summary>A cell that says itself what it is. Only code makes formulas; a text never is one, whatever it begins with.</summary>
public sealed record SheetValue
{
    public static readonly SheetValue Empty = new();

    private SheetValue() { }

    public string? Text { get; private init; }

    /// <summary>The number, or what the formula comes to: programs that do not reckon show it.</summary>
    public decimal? Number { get; private init; }

    /// <summary>Without the sign of equality: <c>SUM(B2:B9)</c>.</summary>
    public string? Formula { get; private init; }

    /// <summary>Shown as per cent.</summary>
    public bool IsRate { get; private init; }

    public static SheetValue Of(string? text) => new() { Text = text };

    public static SheetValue Of(decimal number) => new() { Number = number };

    /// <param name="formula">References to cells and functions only.</param>
    /// <param name="result">What it comes to.</param>
    public static SheetValue Reckoned(string formula, decimal result) => new() { Formula = formula, Number = result };

    /// <summary>A part of a whole, as per cent; empty of an empty whole.</summary>
    public static SheetValue Rate(string part, string whole, decimal result) =>
        new()
        {
            Formula = $"IF({whole}=0,0,{part}/{whole})",
            Number = result,
            IsRate = true,
        };
}
