using System.Data.Common;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>Chains from one teacher's id (inclusive) to another's (exclusive): a walk is shared out by it.</summary>
internal sealed record LedgerRange(string First, string End)
{
    // Sorts after every id in byte order.
    private const string AfterAll = "~";

    public static readonly LedgerRange Whole = new("", AfterAll);

    public IReadOnlyList<LedgerRange> SplitAt(string? middle) =>
        middle is null ? [this] : [this with { End = middle }, this with { First = middle }];

    /// <summary>A command with the parameters <c>@first</c> and <c>@end</c>.</summary>
    public DbCommand Command(DbConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in new[] { ("@first", First), ("@end", End) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
