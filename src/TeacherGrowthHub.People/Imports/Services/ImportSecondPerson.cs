using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Two people for what one could get wrong: whoever uploaded asks, somebody of the same scope or above confirms or sends it back.</summary>
public sealed class ImportSecondPerson(
    HubDbContext database,
    ImportBatches batches,
    ImportKinds kinds,
    PeopleDirectory directory,
    NotificationSender notifications,
    Outbox outbox
)
{
    /// <summary>Address of an import.</summary>
    public static string LinkOf(ImportBatch batch) => $"/admin/imports/{batch.Id}";

    /// <summary>Has it wait, and tells those who may confirm it; stored by the caller.</summary>
    /// <exception cref="RefusedException">There is nobody else.</exception>
    internal async Task AskAsync(ImportBatch batch, HubUser owner, CancellationToken cancellationToken)
    {
        var holders = await HoldersAsync(batch, owner, cancellationToken);
        if (holders.Count == 0)
            throw new RefusedException("在您的范围和上级单位还没有另一位可以确认的人，请先请管理员授予角色");
        batch.State = ImportState.Waiting;
        foreach (var holder in holders)
            notifications.Send(holder.AccountId, LinkOf(batch), "{0}导入了“{1}”，等您核对确认", owner.Name, batch.FileName);
    }

    /// <summary>Who may confirm it, nearest first.</summary>
    public async Task<IReadOnlyList<PermissionHolder>> HoldersAsync(ImportBatch batch, HubUser owner, CancellationToken cancellationToken)
    {
        var permission = kinds.Of(batch.Kind).Permission;
        IReadOnlyList<PermissionHolder>? common = null;
        foreach (var scope in owner.Scopes(permission))
        {
            var here = await directory.HoldersAsync(permission, scope, cancellationToken);
            common = common is null ? here : [.. common.IntersectBy(here.Select(holder => holder.AccountId), holder => holder.AccountId)];
        }
        return [.. (common ?? []).Where(holder => holder.AccountId != batch.AccountId).DistinctBy(holder => holder.AccountId)];
    }

    /// <summary>Confirms another's import and has it written in the confirmer's name.</summary>
    /// <exception cref="RefusedException">It does not wait, is the own one, or holds a row about the confirmer.</exception>
    public async Task ApproveAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await WaitingAsync(id, user, cancellationToken);
        if (await HoldsAsync(batch, user, cancellationToken))
            throw new RefusedException("其中有您本人的记录，请由另一位管理员确认") { Kind = RefusalKind.Forbidden };
        (batch.State, batch.SecondId) = (ImportState.Applying, user.AccountId);
        outbox.Add(new ApplyImport(batch.Id));
        batches.Record(user, "Import.Approved", batch, new { batch.FileName, batch.Created });
        await batches.SaveAsync(cancellationToken);
    }

    /// <summary>Sends it back; nothing is written.</summary>
    public async Task ReturnAsync(string id, string? reason, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await WaitingAsync(id, user, cancellationToken);
        var why = Typed.Required(reason, "Reason", "退回的原因", ImportBatch.MaxReasonLength);
        batch.SecondId = user.AccountId;
        batch.Refuse("{0}退回：{1}", user.Name, why);
        notifications.Send(batch.AccountId, LinkOf(batch), "您导入的“{0}”被退回：{1}", batch.FileName, why);
        batches.Record(user, "Import.Returned", batch, new { batch.FileName, Reason = why });
        await batches.SaveAsync(cancellationToken);
    }

    private async Task<ImportBatch> WaitingAsync(string id, HubUser user, CancellationToken cancellationToken)
    {
        var batch = await batches.FindAsync(id, user, cancellationToken);
        if (batch.State != ImportState.Waiting)
            throw ImportBatches.MovedOn();
        return batch.AccountId != user.AccountId
            ? batch
            : throw new RefusedException("您上传的导入须由另一位管理员确认") { Kind = RefusalKind.Forbidden };
    }

    private async Task<bool> HoldsAsync(ImportBatch batch, HubUser user, CancellationToken cancellationToken)
    {
        var number = await database
            .Set<Teacher>()
            .Where(teacher => teacher.Id == user.TeacherId)
            .Select(teacher => teacher.TeacherNumber)
            .SingleOrDefaultAsync(cancellationToken);
        return number is not null
            && await batches.ReportAsync(batch, cancellationToken) is { } report
            && await report.Rows.AnyAsync(row => row.Key == number, cancellationToken);
    }
}
