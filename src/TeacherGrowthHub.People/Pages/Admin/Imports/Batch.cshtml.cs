using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.People.Pages.Admin.Imports;

/// <summary>One import: its progress, what becomes of each row, what its owner and a second person may do.</summary>
[RequirePermission(PeoplePermissions.Enter)]
public sealed class BatchModel(
    ImportService imports,
    ImportBatches batches,
    ImportKinds kinds,
    ImportSecondPerson second,
    ImportUndo undo,
    ImportProgress progress
) : HubPageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Only rows that come to this.</summary>
    [BindProperty(SupportsGet = true, Name = "outcome")]
    public RowOutcome? Outcome { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Leave the refused rows out.</summary>
    [BindProperty]
    public bool Skip { get; set; }

    /// <summary>Why it is sent back or taken back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public IImportKind Kind { get; private set; } = null!;

    /// <summary>Whether the person at the page uploaded it.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Who may confirm it, while it waits.</summary>
    public IReadOnlyList<PermissionHolder> Seconds { get; private set; } = [];
    public ImportBatch Batch { get; private set; } = null!;
    public ReportHead? Head { get; private set; }
    public IReadOnlyList<RowResult> Rows { get; private set; } = [];
    public int RowsDone { get; private set; }
    public int OpensAccounts { get; private set; }
    public bool IsWorking => Batch.State is ImportState.Checking or ImportState.Applying or ImportState.Undoing;
    public int Pages => (Total + PageSize - 1) / PageSize;
    public IEnumerable<(RowOutcome Outcome, int Count)> Counts =>
        [
            (RowOutcome.Created, Batch.Created),
            (RowOutcome.Changed, Batch.Changed),
            (RowOutcome.Unchanged, Batch.Unchanged),
            (RowOutcome.Refused, Batch.RefusedRows),
        ];

    private int Total => Counts.Where(pair => Outcome is null || pair.Outcome == Outcome).Sum(pair => pair.Count);

    public async Task OnGetAsync()
    {
        var user = await WhoAsync();
        Batch = await batches.FindAsync(Id, user, HttpContext.RequestAborted);
        Kind = kinds.Of(Batch.Kind);
        IsOwn = Batch.AccountId == user.AccountId;
        if (IsOwn && Batch.State == ImportState.Waiting)
            Seconds = await second.HoldersAsync(Batch, user, HttpContext.RequestAborted);
        RowsDone = Batch.State is ImportState.Applying or ImportState.Undoing ? progress.Of(Id) ?? 0 : Batch.RowsDone;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        if (!IsWorking && await batches.ReportAsync(Batch, HttpContext.RequestAborted) is { } report)
            await ShowAsync(report.Head, report.Rows);
    }

    public Task<IActionResult> OnPostConfirmAsync() =>
        StayAsync(async () => await imports.ConfirmAsync(Id, Skip, await WhoAsync(), HttpContext.RequestAborted));

    public Task<IActionResult> OnPostApproveAsync() =>
        StayAsync(async () => await second.ApproveAsync(Id, await WhoAsync(), HttpContext.RequestAborted));

    public Task<IActionResult> OnPostReturnAsync() =>
        StayAsync(async () => await second.ReturnAsync(Id, Reason, await WhoAsync(), HttpContext.RequestAborted));

    public Task<IActionResult> OnPostUndoAsync() =>
        StayAsync(async () => await undo.AskAsync(Id, Reason, await WhoAsync(), HttpContext.RequestAborted));

    public Task<IActionResult> OnPostCancelAsync() =>
        AttemptAsync(
            async () =>
            {
                await imports.CancelAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
                Done("导入已取消，没有写入任何内容。");
                return LocalRedirect("/admin/imports");
            },
            OnGetAsync
        );

    /// <summary>Address of this list with another filter or page.</summary>
    public string With(RowOutcome? outcome, int page = 1) =>
        $"/admin/imports/{Id}?{(outcome is null ? "" : $"outcome={outcome}&")}p={page}#rows";

    public static string ToneOf(ImportState state) =>
        state switch
        {
            ImportState.Applied => "is-ok",
            ImportState.Refused => "is-bad",
            ImportState.Cancelled or ImportState.Undone => "is-mute",
            ImportState.Checked or ImportState.Waiting => "is-warn",
            _ => "is-info",
        };

    public static string ToneOf(RowOutcome outcome) =>
        outcome switch
        {
            RowOutcome.Created => "is-ok",
            RowOutcome.Changed => "is-warn",
            RowOutcome.Refused => "is-bad",
            _ => "is-mute",
        };

    private Task<IActionResult> StayAsync(Func<Task> act) =>
        AttemptAsync(
            async () =>
            {
                await act();
                return LocalRedirect($"/admin/imports/{Id}");
            },
            OnGetAsync
        );

    private async Task ShowAsync(ReportHead head, IAsyncEnumerable<RowResult> rows)
    {
        Head = head;
        var shown = new List<RowResult>();
        var (place, first) = (0, (PageNumber - 1) * PageSize);
        await foreach (var row in rows)
        {
            if (row.OpensAccount)
                OpensAccounts++;
            if ((Outcome is null || row.Outcome == Outcome) && place++ >= first && shown.Count < PageSize)
                shown.Add(row);
        }
        Rows = shown;
    }
}
