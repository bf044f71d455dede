using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Privacy;

/// <summary>Account and teacher record. Hashes of passwords, codes and tokens stay out: a lost archive must open nothing.</summary>
internal sealed class PeoplePersonalData(HubDbContext database) : IPersonalDataSource
{
    public string Name => "people";

    public IReadOnlyCollection<Type> Covers =>
        [
            typeof(Account),
            typeof(AccountSession),
            typeof(ApiToken),
            typeof(Consent),
            typeof(IdentityUserPasskey<string>),
            typeof(RoleHolding),
            typeof(ImportBatch),
            typeof(IntegrationKey),
            typeof(Teacher),
            typeof(TeacherPost),
            typeof(TeacherDuty),
            typeof(CorrectionRequest),
        ];

    public async Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        await WriteAccountAsync(owner.AccountId!, archive, cancellationToken);
        await WriteDevicesAsync(owner.AccountId!, archive, cancellationToken);
        if (owner.TeacherId is { } teacher)
            await WriteTeacherAsync(teacher, archive, cancellationToken);
    }

    private async Task WriteAccountAsync(string id, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var account = Rows<Account>()
            .Where(a => a.Id == id)
            .Select(a => new
            {
                a.Id,
                Number = a.UserName,
                a.DisplayName,
                Mobile = a.PhoneNumber,
                a.Email,
                a.TeacherId,
                a.TwoFactorEnabled,
                a.LockoutEnd,
            });
        await archive.AddAsync("account.json", account.AsAsyncEnumerable(), cancellationToken);
        var consents = Rows<Consent>().Where(c => c.AccountId == id).OrderBy(c => c.At);
        await archive.AddAsync("consents.json", consents.AsAsyncEnumerable(), cancellationToken);
        var roles = Rows<RoleHolding>()
            .Where(h => h.AccountId == id)
            .Select(h => new
            {
                h.RoleName,
                h.Organization!.Name,
                h.Organization.Path,
            });
        await archive.AddAsync("roles.json", roles.AsAsyncEnumerable(), cancellationToken);
        var imports = Rows<ImportBatch>().Where(b => b.AccountId == id || b.SecondId == id).OrderBy(b => b.CreatedAt);
        await archive.AddAsync("imports.json", imports.AsAsyncEnumerable(), cancellationToken);
        var keys = Rows<IntegrationKey>()
            .Where(key => key.CreatedById == id)
            .OrderBy(key => key.Id)
            .Select(key => new
            {
                key.Name,
                key.Path,
                key.CreatedAt,
                key.RevokedAt,
            });
        await archive.AddAsync("keys.json", keys.AsAsyncEnumerable(), cancellationToken);
    }

    private async Task WriteDevicesAsync(string id, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var sessions = Rows<AccountSession>().Where(s => s.AccountId == id).OrderBy(s => s.CreatedAt);
        await archive.AddAsync("sessions.json", sessions.AsAsyncEnumerable(), cancellationToken);
        var tokens = Rows<ApiToken>()
            .Where(t => t.AccountId == id)
            .Select(t => new
            {
                t.Id,
                t.ExpiresAt,
                t.RevokedAt,
            });
        await archive.AddAsync("tokens.json", tokens.AsAsyncEnumerable(), cancellationToken);
        var passkeys = Rows<IdentityUserPasskey<string>>().Where(p => p.UserId == id).Select(p => new { p.Data.Name, p.Data.CreatedAt });
        await archive.AddAsync("passkeys.json", passkeys.AsAsyncEnumerable(), cancellationToken);
    }

    private async Task WriteTeacherAsync(string id, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var teacher = Rows<Teacher>()
            .Where(t => t.Id == id)
            .Select(t => new
            {
                t.Id,
                t.TeacherNumber,
                t.Name,
                t.Mobile,
                t.Stage,
                t.Subject,
                t.Title,
                t.Certificate,
                t.ServiceFrom,
                t.Status,
            });
        await archive.AddAsync("teacher.json", teacher.AsAsyncEnumerable(), cancellationToken);
        var posts = Rows<TeacherPost>()
            .Where(p => p.TeacherId == id)
            .OrderBy(p => p.From)
            .Select(p => new
            {
                School = p.Organization!.Name,
                p.From,
                p.To,
            });
        await archive.AddAsync("posts.json", posts.AsAsyncEnumerable(), cancellationToken);
        var duties = Rows<TeacherDuty>().Where(d => d.TeacherId == id).OrderBy(d => d.From);
        await archive.AddAsync("duties.json", duties.AsAsyncEnumerable(), cancellationToken);
        var requests = Rows<CorrectionRequest>().Where(r => r.TeacherId == id).OrderBy(r => r.CreatedAt);
        await archive.AddAsync("corrections.json", requests.AsAsyncEnumerable(), cancellationToken);
    }

    private IQueryable<T> Rows<T>()
        where T : class => database.Set<T>().AsNoTracking();
}
