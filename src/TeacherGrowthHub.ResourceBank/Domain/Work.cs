using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.ResourceBank.Domain;

/// <summary>
/// A work of the bank: its identity, its owner and its versions. At most one version is being worked on and at most one is
/// published; a change of a published work is a new version, and the old one stays until that is published.
/// </summary>
public sealed class Work
{
    private const int MaxReason = 2000;

    public required string Id { get; init; }
    public required WorkKind Kind { get; init; }

    /// <summary>Account of the author; null for samples and imports without one.</summary>
    public string? OwnerId { get; init; }

    /// <summary>The author's school at the time of writing; decides who reviews.</summary>
    public required string OrganizationPath { get; set; }

    /// <summary>Name of that school, as it is shown (never with a case).</summary>
    public string School { get; set; } = "";

    /// <summary>Written by us for trying out: counts for nothing, ranks last, gives no citation.</summary>
    public bool IsSample { get; init; }
    public WorkVisibility Visibility { get; private set; }

    /// <summary>Why it was taken down or withdrawn.</summary>
    public string? NoticeReason { get; private set; }
    public DateTime CreatedAt { get; init; }

    /// <summary>First publication.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>Counted downloads: one per person and day.</summary>
    public int Downloads { get; set; }
    public List<WorkVersion> Versions { get; } = [];

    /// <summary>The version that readers see.</summary>
    public WorkVersion? Published => Versions.SingleOrDefault(version => version.State == VersionState.Published);

    /// <summary>The version the author works on or a reviewer reads.</summary>
    public WorkVersion? Working =>
        Versions.SingleOrDefault(version => version.State is VersionState.Draft or VersionState.Submitted or VersionState.Returned);

    /// <summary>Hands the working version to the reviewers.</summary>
    public void Submit(DateTime now)
    {
        var version = Editable();
        version.State = VersionState.Submitted;
        version.SubmittedAt = now;
    }

    /// <summary>The author takes a submission back.</summary>
    public void Recall()
    {
        var version = Submitted();
        version.State = VersionState.Draft;
        version.SubmittedAt = null;
    }

    /// <summary>A reviewer publishes the submission; the version before it becomes history.</summary>
    public void Publish(DateTime now)
    {
        var version = Submitted();
        if (Published is { } earlier)
            earlier.State = VersionState.Superseded;
        version.State = VersionState.Published;
        version.PublishedAt = now;
        version.ReviewNote = null;
        PublishedAt ??= now;
        Visibility = WorkVisibility.Published;
        NoticeReason = null;
    }

    /// <summary>A reviewer returns the submission with a note for the author.</summary>
    public void Return(string note)
    {
        var version = Submitted();
        version.ReviewNote = Reason(note, "退回时请写明原因", "Note");
        version.State = VersionState.Returned;
    }

    /// <summary>The author withdraws a published work; a notice stays at its address.</summary>
    public void Withdraw(string reason) => Hide(WorkVisibility.Withdrawn, reason);

    /// <summary>A reviewer takes a published work down.</summary>
    public void TakeDown(string reason) => Hide(WorkVisibility.TakenDown, reason);

    /// <summary>Begins a new version of a published work, starting from what is published.</summary>
    public WorkVersion Revise(string versionId, DateTime now)
    {
        var published = Published;
        if (Visibility != WorkVisibility.Published || published is null)
            throw new RefusedException("只有已发布的资源才能修订") { Kind = RefusalKind.Conflict };
        if (Working is { } open)
            return open;
        var version = new WorkVersion
        {
            Id = versionId,
            Number = Versions.Max(v => v.Number) + 1,
            CreatedAt = now,
            UpdatedAt = now,
        };
        version.SetContent(published.Content);
        Versions.Add(version);
        return version;
    }

    /// <summary>The working version, if the author may change it now.</summary>
    /// <exception cref="RefusedException">It is with the reviewers, or there is none.</exception>
    public WorkVersion Editable() =>
        Working is { State: VersionState.Draft or VersionState.Returned } version
            ? version
            : throw new RefusedException("这份资源正在审核，撤回后才能修改") { Kind = RefusalKind.Conflict };

    private WorkVersion Submitted() =>
        Working is { State: VersionState.Submitted } version
            ? version
            : throw new RefusedException("这份资源已不在待审核状态，请刷新后再看") { Kind = RefusalKind.Conflict };

    private static string Reason(string? text, string missing, string field)
    {
        var reason = PlainText.Clean(text);
        return reason.Length switch
        {
            0 => throw new RefusedException(missing) { Field = field },
            > MaxReason => throw new RefusedException("原因最多 {0} 个字", MaxReason) { Field = field },
            _ => reason,
        };
    }

    private void Hide(WorkVisibility visibility, string reason)
    {
        if (Visibility != WorkVisibility.Published)
            throw new RefusedException("这份资源没有发布") { Kind = RefusalKind.Conflict };
        NoticeReason = Reason(reason, "请写明原因", "Reason");
        Visibility = visibility;
    }
}
