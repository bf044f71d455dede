using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>
/// What planners work on. The dry run and the import take the same steps on the same objects; only here is told apart whether they are
/// stored.
/// </summary>
public sealed class ImportTarget(HubDbContext database, AuditTrail audit, HubUser user, ImportBatch batch, DateOnly today, bool writes)
{
    public string BatchId => batch.Id;

    /// <summary>Account that uploaded the workbook.</summary>
    public string OwnerId => batch.AccountId;

    /// <summary>Who answers for the rows, with the rights of now: the owner, or the second person once there is one.</summary>
    public HubUser User => user;
    public DateOnly Today => today;

    /// <summary>Whether this is the import itself and not the dry run.</summary>
    public bool Writes => writes;

    /// <summary>Rows of a table: tracked when they are going to be written.</summary>
    public IQueryable<T> Query<T>()
        where T : class => writes ? database.Set<T>() : database.Set<T>().AsNoTracking();

    /// <summary>Adds a row.</summary>
    public void Add(object entity)
    {
        if (writes)
            database.Add(entity);
    }

    /// <summary>Adds a line to the audit trail.</summary>
    public void Record(string action, string kind, string id, object? before, object? after, string? path)
    {
        if (writes)
            audit.Record(user, action, kind, id, before, after, path);
    }
}

/// <summary>What a row comes to.</summary>
/// <param name="Key">工号, 代码 …</param>
/// <param name="Label">Who or what it is.</param>
/// <param name="Changes">Null for something new; empty when everything is as it was.</param>
/// <param name="OpensAccount">An account is created with it.</param>
/// <param name="Remark">What whoever confirms should look at; null for nothing.</param>
public sealed record PlannedRow(
    string Key,
    string Label,
    IReadOnlyList<FieldChange>? Changes,
    bool OpensAccount = false,
    WorkbookNote? Remark = null
);

/// <summary>Turns rows into changes of one kind of thing. Rows are taken in their order, each seeing what those before it did.</summary>
public interface IRowPlanner
{
    /// <summary>Before the first row: locks what the whole import needs.</summary>
    Task BeginAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What no two rows may share.</summary>
    string KeyOf(ImportRow row);

    /// <summary>Loads what the next rows refer to.</summary>
    Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <exception cref="Kernel.Errors.RefusedException">With the field; nothing has been changed then.</exception>
    PlannedRow Plan(ImportRow row);

    /// <summary>After the rows have been stored, in the same transaction.</summary>
    Task StoredAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the last row, in the same transaction: what is reckoned once for all of them.</summary>
    Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
