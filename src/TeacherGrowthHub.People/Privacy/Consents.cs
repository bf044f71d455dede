using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Privacy;

/// <summary>Who has agreed to which wording of the notice about personal information.</summary>
public sealed class Consents(HubDbContext database, AuditTrail audit, IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan CacheTime = TimeSpan.FromMinutes(5);

    /// <summary>Whether the account has agreed to the present wording. Accounts for trying out are nobody's.</summary>
    public async Task<bool> HasAsync(string accountId, CancellationToken cancellationToken = default)
    {
        if (cache.TryGetValue(KeyOf(accountId), out _))
            return true;
        var has =
            await Present(accountId).AnyAsync(cancellationToken)
            || await database.Set<Account>().AnyAsync(account => account.Id == accountId && account.IsDemo, cancellationToken);
        return has && cache.Set(KeyOf(accountId), true, CacheTime);
    }

    /// <summary>Writes down that the owner agrees to the present wording; once is enough.</summary>
    public async Task GiveAsync(HubUser owner, CancellationToken cancellationToken = default)
    {
        if (await Present(owner.AccountId!).AnyAsync(cancellationToken))
            return;
        var consent = new Consent
        {
            Id = HubId.New(clock),
            AccountId = owner.AccountId!,
            Notice = PrivacyNotice.Name,
            Version = PrivacyNotice.Version,
            At = clock.GetUtcNow().UtcDateTime,
        };
        database.Add(consent);
        audit.Record(
            owner,
            "Consent.Given",
            nameof(Consent),
            consent.Id,
            after: new { consent.Notice, consent.Version },
            path: owner.HomePath
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the consent back (PIPL article 15); from then on the portal asks before anything else is opened.</summary>
    public async Task WithdrawAsync(HubUser owner, CancellationToken cancellationToken = default)
    {
        foreach (var consent in await Present(owner.AccountId!).ToListAsync(cancellationToken))
        {
            consent.WithdrawnAt = clock.GetUtcNow().UtcDateTime;
            audit.Record(
                owner,
                "Consent.Withdrawn",
                nameof(Consent),
                consent.Id,
                before: new { consent.Notice, consent.Version },
                path: owner.HomePath
            );
        }
        await database.SaveChangesAsync(cancellationToken);
        cache.Remove(KeyOf(owner.AccountId!));
    }

    /// <summary>All of an account, newest first.</summary>
    public async Task<IReadOnlyList<Consent>> OfAsync(string accountId, CancellationToken cancellationToken = default) =>
        await database
            .Set<Consent>()
            .AsNoTracking()
            .Where(consent => consent.AccountId == accountId)
            .OrderByDescending(consent => consent.At)
            .ToListAsync(cancellationToken);

    private IQueryable<Consent> Present(string accountId) =>
        database
            .Set<Consent>()
            .Where(consent =>
                consent.AccountId == accountId
                && consent.Notice == PrivacyNotice.Name
                && consent.Version == PrivacyNotice.Version
                && consent.WithdrawnAt == null
            );

    private static string KeyOf(string accountId) => $"consent:{PrivacyNotice.Version}:{accountId}";
}
