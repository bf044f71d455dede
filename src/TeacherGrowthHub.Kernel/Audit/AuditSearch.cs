using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Reads the audit trail inside a person's scopes, newest first. That it was read is itself recorded.</summary>
public sealed class AuditSearch(HubDbContext database, AuditTrail audit)
{
    /// <summary>Action of the line that reading leaves.</summary>
    public const string Viewed = "Audit.Viewed";

    /// <summary>Action of the line that an export leaves.</summary>
    public const string Exported = "Audit.Exported";

    /// <summary>One page, recorded as a view.</summary>
    /// <param name="take">Lines at most.</param>
    public async Task<IReadOnlyList<AuditEntry>> ViewAsync(
        AuditFilter filter,
        int take,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var lines = await LinesAsync(filter, take, user, cancellationToken);
        await RecordAsync(Viewed, filter, user, cancellationToken);
        return lines;
    }

    internal async Task<List<AuditEntry>> LinesAsync(AuditFilter filter, int take, HubUser user, CancellationToken cancellationToken) =>
        await Matching(Readable(user), filter)
            .Where(line => filter.Before == null || line.Id < filter.Before)
            .OrderByDescending(line => line.Id)
            .Take(take)
            .ToListAsync(cancellationToken);

    internal Task RecordAsync(string action, AuditFilter filter, HubUser user, CancellationToken cancellationToken)
    {
        audit.Record(user, action, nameof(AuditEntry), "", after: filter with { AccountIds = [] }, path: ScopeOf(user));
        return database.SaveChangesAsync(cancellationToken);
    }

    // Lines of the site, without a path, are for those who hold the permission at the city.
    private IQueryable<AuditEntry> Readable(HubUser user)
    {
        var scopes = user.Scopes(AuditPermissions.View);
        var lines = database.Set<AuditEntry>().AsNoTracking();
        return scopes.FirstOrDefault(scope => OrganizationPath.Depth(scope) <= 1) is { } city
            ? lines.Within(line => line.Path ?? city, scopes)
            : lines.Within(line => line.Path!, scopes);
    }

    private static IQueryable<AuditEntry> Matching(IQueryable<AuditEntry> lines, AuditFilter filter)
    {
        if (filter.Person is { Length: > 0 } person)
            lines = lines.Where(line => filter.AccountIds.Contains(line.AccountId!) || line.ActorName.Contains(person));
        if (filter.Kind is { Length: > 0 } kind)
            lines = lines.Where(line => line.SubjectKind == kind);
        if (filter.Action is { Length: > 0 } action)
            lines = lines.Where(line => line.Action == action);
        if (filter.SubjectId is { Length: > 0 } id)
            lines = lines.Where(line => line.SubjectId == id);
        if (filter.FromInstant is { } from)
            lines = lines.Where(line => line.At >= from);
        if (filter.ToInstant is { } to)
            lines = lines.Where(line => line.At < to);
        if (filter.Text is { Length: > 0 } text)
        {
            var stored = AuditTrail.AsStored(text);
            lines = lines.Where(line => line.Before!.Contains(stored) || line.After!.Contains(stored) || line.SubjectId.Contains(text));
        }
        return lines;
    }

    private static string? ScopeOf(HubUser user) =>
        user.IsSystem ? null : user.Scopes(AuditPermissions.View).Order(StringComparer.Ordinal).FirstOrDefault();
}
