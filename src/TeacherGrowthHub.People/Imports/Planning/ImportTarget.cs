using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>
/// What planners work on. The dry run and the import take the same steps on the same objects; only here is told apart whether they are
/// stored.
/// </summary>
internal sealed class ImportTarget(HubDbContext database, AuditTrail audit, HubUser user, string batchId, DateOnly today, bool writes)
{
    public string BatchId => batchId;

    /// <summary>The owner of the import, with the rights of now.</summary>
    public HubUser User => user;
    public DateOnly Today => today;

    public IQueryable<T> Query<T>()
        where T : class => writes ? database.Set<T>() : database.Set<T>().AsNoTracking();

    public void Add(object entity)
    {
        if (writes)
            database.Add(entity);
    }

    public void Record(string action, string kind, string id, object? before, object? after, string? path)
    {
        if (writes)
            audit.Record(user, action, kind, id, before, after, path);
    }
}

/// <summary>What a row comes to.</summary>
/// <param name="Changes">Null for something new; empty when everything is as it was.</param>
internal sealed record PlannedRow(string Key, string Label, IReadOnlyList<FieldChange>? Changes, bool OpensAccount = false);

/// <summary>Turns rows into changes of one kind of thing. Rows are taken in their order, each seeing what those before it did.</summary>
internal interface IRowPlanner
{
    /// <summary>What no two rows may share.</summary>
    string KeyOf(ImportRow row);

    /// <summary>Loads what the next rows refer to.</summary>
    Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <exception cref="Kernel.Errors.RefusedException">With the field; nothing has been changed then.</exception>
    PlannedRow Plan(ImportRow row);

    /// <summary>After the rows have been stored, in the same transaction.</summary>
    Task StoredAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
