using System.Reflection;
using System.Text.Json;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Names that the bank writes to the change log and the audit trail.</summary>
public static class WorkChange
{
    /// <summary>Kind of a work in the change log.</summary>
    public const string Kind = "work";

    /// <summary>Names of the fields of the content that differ.</summary>
    public static IReadOnlyList<string> Fields(WorkContent before, WorkContent after) =>
        [
            .. typeof(WorkContent)
                .GetProperties()
                .Where(field => Written(field, before) != Written(field, after))
                .Select(field => field.Name),
        ];

    private static string Written(PropertyInfo field, WorkContent content) => JsonSerializer.Serialize(field.GetValue(content));
}

/// <summary>Where a work stands, as the audit trail keeps it before and after a change.</summary>
/// <param name="Reason">The reviewer's note, or why the work was taken down or withdrawn.</param>
/// <param name="Kept">How many identifying passages the author decided to keep; never the passages.</param>
/// <param name="Confirmed">The second person's confirmation of a case.</param>
public sealed record WorkStanding(
    WorkVisibility Visibility,
    int Number,
    VersionState State,
    string Title,
    IReadOnlyList<string> Files,
    int Kept,
    string? Reason,
    bool? Confirmed = null
)
{
    public static WorkStanding Of(Work work)
    {
        var version = work.Working ?? work.Published ?? work.Versions.MaxBy(v => v.Number)!;
        return new(
            work.Visibility,
            version.Number,
            version.State,
            version.Title,
            [.. version.Files.Select(file => file.Name)],
            version.KeptFindings.Count,
            version.ReviewNote ?? work.NoticeReason
        );
    }
}

/// <summary>Outbox: a file was stored and waits to be read.</summary>
/// <param name="Hash">Key in the blob store.</param>
/// <param name="Name">A name that carries the right extension.</param>
/// <param name="Extension">Lower-case extension decided by content.</param>
public sealed record FileStored(string Hash, string Name, string Extension);

/// <summary>Outbox: an event for modules above and for notifications.</summary>
/// <param name="WorkId">The work.</param>
public sealed record WorkSubmitted(string WorkId);
