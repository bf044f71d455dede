using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;

namespace TeacherGrowthHub.People.Imports.Kinds;

/// <summary>A kind of data that comes and goes as workbooks. Modules register theirs; pages, dry run, report and writing are the same for all.</summary>
public interface IImportKind
{
    /// <summary>Stable code: stored with every import, part of addresses.</summary>
    string Code { get; }

    /// <summary>Chinese source text.</summary>
    string Label { get; }

    /// <summary>Place in lists.</summary>
    int Order { get; }

    /// <summary>Whoever holds it anywhere may import, and export what lies within.</summary>
    string Permission { get; }

    /// <summary>Action of the audit trail that notes an export.</summary>
    string ExportAction { get; }

    /// <summary>In the order of templates and exports; the first names the row.</summary>
    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Whether cached pages show what is imported.</summary>
    bool ShowsOnPages => false;

    /// <summary>Whether somebody else must confirm what one person has uploaded. The keys of such rows are teacher numbers: nobody confirms a row about oneself.</summary>
    bool NeedsSecondPerson => false;

    /// <summary>Whether a written import can be taken back as a whole.</summary>
    bool CanBeUndone => false;

    /// <summary>Turns rows into changes.</summary>
    IRowPlanner Planner(ImportTarget target);

    /// <summary>A column whose values come from the data, to be offered as a list; null without one.</summary>
    Task<ColumnChoices?> ChoicesAsync(HubUser user, CancellationToken cancellationToken) => Task.FromResult<ColumnChoices?>(null);

    /// <summary>What lies within the scopes, by column.</summary>
    /// <param name="scopes">Paths of organisations.</param>
    /// <param name="schoolYear">Of what belongs to school years; null takes the present one.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<IReadOnlyDictionary<ImportColumn, string?>> ExportAsync(
        IReadOnlyList<string> scopes,
        int? schoolYear,
        CancellationToken cancellationToken
    );

    /// <summary>Takes a written import back, in the caller's transaction.</summary>
    /// <param name="batch">Written before.</param>
    /// <param name="reason">Why, in the user's words.</param>
    /// <param name="user">Who takes it back.</param>
    /// <param name="afterChunk">Gets the rows taken back so far.</param>
    /// <param name="cancellationToken">Ends it between two chunks.</param>
    Task UndoAsync(ImportBatch batch, string reason, HubUser user, Action<int> afterChunk, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"Imports of {Code} are not taken back.");
}

/// <summary>Values that a column offers.</summary>
public sealed record ColumnChoices(ImportColumn Column, IReadOnlyList<string> Values);
