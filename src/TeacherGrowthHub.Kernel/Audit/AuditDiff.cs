using System.Text.Json;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>One value before and after a change.</summary>
public sealed record AuditDifference(string Name, string? Before, string? After);

/// <summary>Reads what a line keeps of before and after.</summary>
public static class AuditDiff
{
    // What an object is called, in whichever of its kinds.
    private static readonly string[] Names = ["Title", "Name", "DisplayName", "UserName"];

    /// <summary>The values that differ, in the order they were written.</summary>
    public static IReadOnlyList<AuditDifference> Of(AuditEntry line)
    {
        var (before, after) = (Values(line.Before), Values(line.After));
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Select(name => new AuditDifference(name, before.GetValueOrDefault(name), after.GetValueOrDefault(name)))
                .Where(value => value.Before != value.After),
        ];
    }

    /// <summary>What the object is called, as far as the line says so.</summary>
    public static string? NameOf(AuditEntry line)
    {
        var values = Values(line.After ?? line.Before);
        return Names.Select(name => values.GetValueOrDefault(name)).FirstOrDefault(value => !string.IsNullOrEmpty(value));
    }

    private static Dictionary<string, string> Values(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.ToString())
            : new() { [""] = document.RootElement.ToString() };
    }
}
