using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>What an author does: begin, save, submit, recall, revise, withdraw, delete.</summary>
public sealed class ResourceDrafts(
    HubDbContext database,
    WorkLoader works,
    PeopleDirectory people,
    CaseGate gate,
    AuditTrail audit,
    AuthorActs acts,
    Outbox outbox,
    TimeProvider clock
)
{
    // The form saves itself whenever its author pauses: a line in ten minutes says who wrote.
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMinutes(10);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a work at the author's school.</summary>
    public async Task<Work> CreateAsync(WorkKind kind, WorkContent content, HubUser user, CancellationToken cancellationToken = default)
    {
        SubmissionRules.CheckLimits(content);
        var author = user.TeacherId is null ? null : await people.TeacherAsync(user.TeacherId, cancellationToken);
        if (author?.Path is null)
            throw new RefusedException("您还没有登记学校，请先请本校管理员登记") { Kind = RefusalKind.Forbidden };
        var work = new Work
        {
            Id = HubId.New(clock),
            Kind = kind,
            OwnerId = user.AccountId,
            OrganizationPath = author.Path,
            School = author.School ?? "",
            CreatedAt = Now,
        };
        var version = new WorkVersion
        {
            Id = HubId.New(clock),
            Number = 1,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        version.SetContent(content.Authors.Count == 0 ? content with { Authors = [author.Name] } : content);
        work.Versions.Add(version);
        database.Add(work);
        audit.Record(user, "Work.Created", nameof(Work), work.Id, after: WorkStanding.Of(work), path: work.OrganizationPath);
        await database.SaveChangesAsync(cancellationToken);
        return work;
    }

    /// <summary>Saves the content of the working version.</summary>
    /// <param name="id">The work.</param>
    /// <param name="revision">The revision the author started from; another one means somebody saved in between.</param>
    /// <param name="content">What the form holds now.</param>
    /// <param name="user">The author.</param>
    /// <returns>The new revision.</returns>
    public async Task<int> SaveAsync(
        string id,
        int revision,
        WorkContent content,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        SubmissionRules.CheckLimits(content);
        var work = await works.OwnAsync(id, user, cancellationToken);
        var version = work.Editable();
        if (version.Revision != revision)
            throw WorkSaving.Conflict();
        var after = new { version.Number, Fields = WorkChange.Fields(version.Content, content) };
        version.SetContent(content);
        version.UpdatedAt = Now;
        if (after.Fields.Count > 0)
            await audit.RecordSeldomAsync(
                BetweenSaves,
                user,
                "Work.Saved",
                nameof(Work),
                id,
                after,
                work.OrganizationPath,
                cancellationToken
            );
        await database.SaveOrConflictAsync(cancellationToken);
        return version.Revision;
    }

    /// <summary>Hands the draft to the reviewers.</summary>
    /// <exception cref="RefusedException">Something is missing, or a case still tells who somebody is.</exception>
    public async Task SubmitAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await works.OwnAsync(id, user, cancellationToken);
        var version = work.Editable();
        if (SubmissionRules.Problems(work.Kind, version.Content, version.Files.Count) is [var first, ..])
            throw new RefusedException(first.Text, first.Arguments) { Field = first.Field };
        await gate.EnsureCleanAsync(work, version, cancellationToken);
        var before = WorkStanding.Of(work);
        work.Submit(Now);
        audit.Record(user, "Work.Submitted", nameof(Work), work.Id, before, WorkStanding.Of(work), path: work.OrganizationPath);
        outbox.Add(new WorkSubmitted(work.Id));
        await database.SaveOrConflictAsync(cancellationToken);
    }

    /// <summary>Takes a submission back.</summary>
    public Task RecallAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        acts.ChangeAsync(id, user, "Work.Recalled", work => work.Recall(), cancellationToken);

    /// <summary>Begins a new version of a published work; the published one stays in place meanwhile.</summary>
    public Task ReviseAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        acts.ChangeAsync(id, user, "Work.Revised", Revise, cancellationToken);

    /// <summary>Withdraws a published work; a notice stays at its address.</summary>
    public Task WithdrawAsync(string id, string reason, HubUser user, CancellationToken cancellationToken = default) =>
        acts.ChangeAsync(id, user, "Work.Withdrawn", work => work.Withdraw(reason), cancellationToken);

    /// <summary>Deletes a draft: the whole work if nothing of it was ever published, else only the version begun.</summary>
    public async Task DeleteDraftAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var work = await works.OwnAsync(id, user, cancellationToken);
        var version = work.Editable();
        audit.Record(user, "Work.DraftDeleted", nameof(Work), work.Id, before: WorkStanding.Of(work), path: work.OrganizationPath);
        if (work.PublishedAt is null)
            database.Remove(work);
        else
            database.Remove(version);
        await database.SaveOrConflictAsync(cancellationToken);
    }

    private void Revise(Work work)
    {
        var published = work.Published;
        var version = work.Revise(HubId.New(clock), Now);
        if (version.Files.Count > 0 || published is null)
            return;
        foreach (var file in published.Files)
            version.Files.Add(file.CopyAs(HubId.New(clock)));
    }
}
