using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;

namespace TeacherGrowthHub.People.Pages.Admin.Imports;

/// <summary>One import: its progress, what becomes of each row, confirm or cancel.</summary>
[RequirePermission(PeoplePermissions.Enter)]
public sealed class BatchModel(ImportService imports, ImportProgress progress) : HubPageModel
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

    public ImportBatch Batch { get; private set; } = null!;
    public ReportHead? Head { get; private set; }
    public IReadOnlyList<RowResult> Rows { get; private set; } = [];
    public int RowsDone { get; private set; }
    public int OpensAccounts { get; private set; }
    public bool IsWorking => Batch.State is ImportState.Checking or ImportState.Applying;
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
        Batch = await imports.FindAsync(Id, await WhoAsync(), HttpContext.RequestAborted);
        RowsDone = Batch.State == ImportState.Applying ? progress.Of(Id) ?? 0 : Batch.RowsDone;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        if (await imports.ReportAsync(Batch, HttpContext.RequestAborted) is { } report)
            await ShowAsync(report.Head, report.Rows);
    }

    public Task<IActionResult> OnPostConfirmAsync() =>
        AttemptAsync(
            async () =>
            {
                await imports.ConfirmAsync(Id, Skip, await WhoAsync(), HttpContext.RequestAborted);
                return LocalRedirect($"/admin/imports/{Id}");
            },
            OnGetAsync
        );

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
            ImportState.Cancelled => "is-mute",
            ImportState.Checked => "is-warn",
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
