using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Shell;
using TeacherGrowthHub.People.Services.Audit;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Pages.Admin.Audit;

/// <summary>The audit trail of the own organisation and all below it; reading it is recorded.</summary>
[RequirePermission(AuditPermissions.View)]
public sealed class IndexModel(AuditSearch search, AuditExport export, AuditPeople people, AuditVocabulary words, TimeProvider clock)
    : HubPageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>Lines with a smaller number: the page of older lines.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public AuditVocabulary Words => words;
    public IReadOnlyList<AuditEntry> Lines { get; private set; } = [];

    /// <summary>Address of the older lines; null on the last page.</summary>
    public string? Older { get; private set; }
    public bool IsFiltered => Filters.Any(filter => !string.IsNullOrEmpty(filter.Value));

    /// <summary>The filters as fields of a form or an address.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Filters =>
        [
            new("person", Clean(Person)),
            new("kind", Clean(Kind)),
            new("act", Clean(Act)),
            new("subject", Clean(Subject)),
            new("from", $"{From:yyyy-MM-dd}"),
            new("to", $"{To:yyyy-MM-dd}"),
            new("text", Clean(Text)),
        ];

    public async Task OnGetAsync()
    {
        var lines = await search.ViewAsync(await FilterAsync(), PageSize + 1, await WhoAsync(), HttpContext.RequestAborted);
        Lines = [.. lines.Take(PageSize)];
        if (lines.Count > PageSize)
            Older =
                "/admin/audit"
                + QueryString.Create(Filters.Where(filter => !string.IsNullOrEmpty(filter.Value)).Append(new("before", $"{Lines[^1].Id}")));
    }

    /// <summary>Everything the filters find as CSV.</summary>
    public async Task<IActionResult> OnPostExportAsync()
    {
        var filter = await FilterAsync() with { Before = null };
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=audit-{clock.GetUtcNow():yyyyMMdd-HHmmss}.csv";
        Response.Headers.CacheControl = "private, no-store";
        await export.WriteAsync(Response.Body, filter, await WhoAsync(), HttpContext.RequestAborted);
        return new EmptyResult();
    }

    private async Task<AuditFilter> FilterAsync() =>
        new()
        {
            Person = Clean(Person),
            AccountIds = await people.AccountsAsync(Clean(Person), HttpContext.RequestAborted),
            Kind = Clean(Kind),
            Action = Clean(Act),
            SubjectId = Clean(Subject),
            From = From,
            To = To,
            Text = Clean(Text),
            Before = Before,
        };

    // PostgreSQL takes no U+0000, and nothing stored holds such characters.
    private static string? Clean(string? typed) =>
        typed is null ? null
        : string.Concat(typed.Where(character => !char.IsControl(character))).Trim() is { Length: > 0 } text ? text
        : null;
}
