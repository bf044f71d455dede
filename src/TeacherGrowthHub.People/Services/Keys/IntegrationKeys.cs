using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Keys;

/// <summary>Keys of other systems: made and revoked by system administrators, found by their secret with every request.</summary>
public sealed class IntegrationKeys(
    HubDbContext database,
    IEnumerable<IPermissionProvider> permissions,
    SchoolCalendar calendar,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <summary>How the sign-in of a request names a key, before its id.</summary>
    public const string SignInPrefix = "key:";

    /// <summary>What may be given to keys.</summary>
    public IReadOnlyList<Permission> Offered =>
        [.. permissions.SelectMany(provider => provider.Permissions).Where(permission => permission.IsForIntegrations)];

    /// <summary>All keys, the newest first.</summary>
    public async Task<IReadOnlyList<IntegrationKey>> AllAsync(CancellationToken cancellationToken = default) =>
        await database.Set<IntegrationKey>().AsNoTracking().OrderByDescending(key => key.Id).ToListAsync(cancellationToken);

    /// <summary>Makes a key.</summary>
    /// <returns>The secret, which nobody sees again.</returns>
    /// <exception cref="RefusedException">A field is wrong, or more is asked than the person may pass on there.</exception>
    public async Task<string> CreateAsync(IntegrationKeyForm form, HubUser user, CancellationToken cancellationToken = default)
    {
        if (!await database.Set<Organization>().AnyAsync(organization => organization.Path == form.Path, cancellationToken))
            throw new RefusedException("请选择单位") { Field = nameof(form.Path) };
        var (key, secret) = IntegrationKey.Make(HubId.New(clock), form, Offered, user, calendar.Today, clock.GetUtcNow().UtcDateTime);
        database.Add(key);
        Record(user, "Key.Created", key);
        await database.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>Ends a key at once.</summary>
    /// <exception cref="RefusedException">There is none, or it is revoked already.</exception>
    public async Task RevokeAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var key =
            (HubId.IsValid(id) ? await database.Set<IntegrationKey>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) : null)
            ?? throw new RefusedException("没有这个密钥") { Kind = RefusalKind.NotFound };
        key.Revoke(clock.GetUtcNow().UtcDateTime);
        Record(user, "Key.Revoked", key);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The good key behind a secret; notes the day of its use.</summary>
    /// <returns>Its id; null when it is unknown, revoked or over.</returns>
    public async Task<string?> FindAsync(string secret, CancellationToken cancellationToken = default)
    {
        var hash = IntegrationKey.HashOf(secret);
        var key = await database.Set<IntegrationKey>().AsNoTracking().SingleOrDefaultAsync(row => row.KeyHash == hash, cancellationToken);
        if (key is null || !key.IsGood(calendar.Today))
            return null;
        var today = calendar.Today;
        if (key.LastUsedOn != today)
            await database
                .Set<IntegrationKey>()
                .Where(row => row.Id == key.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastUsedOn, today), cancellationToken);
        return key.Id;
    }

    /// <summary>What a key may do, as it is now; null when it is no longer good.</summary>
    public async Task<HubUser?> UserAsync(string id, CancellationToken cancellationToken = default)
    {
        var key = await database.Set<IntegrationKey>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return key?.IsGood(calendar.Today) == true ? key.ToUser() : null;
    }

    private void Record(HubUser user, string action, IntegrationKey key) =>
        audit.Record(
            user,
            action,
            nameof(IntegrationKey),
            key.Id,
            after: new
            {
                key.Name,
                key.Path,
                key.Permissions,
                key.ExpiresOn,
            },
            path: key.Path
        );
}
