using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>What an officer looks for.</summary>
/// <param name="Text">Part of a number or of a teacher's name, or a teacher number.</param>
/// <param name="NeedsLook">Only those whose hours were taken back since.</param>
public sealed record CertificateFilter(string? Text, int? SchoolYear, CertificateState? State, bool NeedsLook, int Page);

/// <summary>A page of certificates.</summary>
public sealed record CertificatePage(IReadOnlyList<Certificate> Rows, int Total, int Doubted, int Page, int Pages);

/// <summary>Finds certificates: an officer's, a teacher's own, and the one of a code.</summary>
public sealed class CertificateReader(HubDbContext database, TeacherLookup lookup, IBlobStore blobs)
{
    public const int PageSize = 50;

    /// <summary>Where an officer finds those that need a look.</summary>
    public const string DoubtedPage = "/certificates?look=true";

    /// <summary>Those of the officer's scope, newest first.</summary>
    public async Task<CertificatePage> PageAsync(CertificateFilter filter, HubUser officer, CancellationToken cancellationToken = default)
    {
        var seen = database.Set<Certificate>().AsNoTracking().Within(row => row.Path, officer.Scopes(HoursPermissions.Issue));
        var doubted = await seen.CountAsync(row => row.NeedsLook, cancellationToken);
        var rows = seen;
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            var teachers = await lookup.NamedAsync(text, cancellationToken);
            rows = rows.Where(row => row.Number.Contains(text) || EF.Parameter(teachers).Contains(row.TeacherId));
        }
        if (filter.SchoolYear is { } year)
            rows = rows.Where(row => row.SchoolYear == year);
        if (filter.State is { } state)
            rows = rows.Where(row => row.State == state);
        if (filter.NeedsLook)
            rows = rows.Where(row => row.NeedsLook);
        var total = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var shown = await rows.OrderByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new CertificatePage(shown, total, doubted, page, pages);
    }

    /// <summary>One inside the officer's scope, tracked.</summary>
    public async Task<Certificate> ForOfficerAsync(string id, HubUser officer, CancellationToken cancellationToken = default) =>
        await FindAsync(id, cancellationToken) is { } found && officer.Can(HoursPermissions.Issue, found.Path) ? found : throw NotFound();

    /// <summary>A teacher's own, newest first.</summary>
    public Task<List<Certificate>> OwnAsync(HubUser user, CancellationToken cancellationToken = default) =>
        database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(row => row.TeacherId == user.TeacherId)
            .OrderByDescending(row => row.Id)
            .ToListAsync(cancellationToken);

    /// <summary>A teacher's own valid certificate of a school year; null without one.</summary>
    public Task<Certificate?> OfYearAsync(HubUser user, int schoolYear, CancellationToken cancellationToken = default)
    {
        var subject = new CertificateWish(user.TeacherId!, schoolYear).Subject;
        return database
            .Set<Certificate>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                row => row.TeacherId == user.TeacherId && row.Subject == subject && row.State == CertificateState.Valid,
                cancellationToken
            );
    }

    /// <summary>The certificate of a code as somebody typed it; null when there is none.</summary>
    public async Task<Certificate?> ByCodeAsync(string? typed, CancellationToken cancellationToken = default) =>
        CertificateCode.Read(typed) is { } code
            ? await database.Set<Certificate>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellationToken)
            : null;

    /// <summary>The paper, byte for byte as it was issued, for its teacher and for officers of the scope.</summary>
    public async Task<(Certificate Certificate, Stream Paper)> PaperAsync(
        string id,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var found = await FindAsync(id, cancellationToken);
        if (found is null || (found.TeacherId != user.TeacherId && !user.Can(HoursPermissions.Issue, found.Path)))
            throw NotFound();
        return (found, await blobs.OpenAsync(found.BlobHash, cancellationToken) ?? throw NotFound());
    }

    private async Task<Certificate?> FindAsync(string id, CancellationToken cancellationToken) =>
        HubId.IsValid(id) ? await database.Set<Certificate>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null;

    private static RefusedException NotFound() => new("没有这张证明") { Kind = RefusalKind.NotFound };
}
