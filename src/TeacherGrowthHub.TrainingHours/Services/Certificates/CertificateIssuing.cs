using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>
/// Issues certificates in one transaction: number, paper, row, audit line and message, or nothing. A valid certificate of the same thing
/// is superseded; one that says the same already stays.
/// </summary>
public sealed class CertificateIssuing(
    HubDbContext database,
    LedgerHeads heads,
    CertificateFaces faces,
    CertificatePrinting printing,
    TeacherLookup lookup,
    NotificationSender notifications,
    AuditTrail audit
)
{
    /// <summary>Where a teacher finds the own ones.</summary>
    public const string MyPage = "/my/certificates";

    /// <summary>Issues what is wished for, in the caller's transaction or one of its own.</summary>
    /// <param name="site">Address of the site that the QR codes lead to.</param>
    /// <returns>The new certificates; wishes whose valid certificate says the same already are left out.</returns>
    /// <exception cref="RefusedException">One of them may not be issued; nothing is.</exception>
    public async Task<IReadOnlyList<Certificate>> IssueAsync(
        IReadOnlyList<CertificateWish> wishes,
        string site,
        HubUser officer,
        string? batchId = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var own = database.Database.CurrentTransaction is null
            ? await database.Database.BeginTransactionAsync(cancellationToken)
            : null;
        // Nobody takes hours back, and nobody else issues for these teachers, until this is stored.
        await heads.LockAsync(wishes.Select(wish => wish.TeacherId), cancellationToken);
        var ready = await faces.OfAsync(wishes, officer, cancellationToken);
        var before = await ValidAsync(wishes, cancellationToken);
        var news = ready
            .Where(face => !before.TryGetValue(KeyOf(face.Wish), out var old) || old.NeedsLook || !old.Face.SaysTheSameAs(face.Face))
            .ToList();
        if (news.Count == 0)
            return [];
        var certificates = await printing.PrintAsync(news, site, officer, batchId, cancellationToken);
        foreach (var (certificate, face) in certificates.Zip(news))
        {
            if (before.TryGetValue(KeyOf(face.Wish), out var old))
                old.Supersede(officer.Name, certificate.Number, certificate.IssuedAt);
        }
        // The old ones make room before the new ones come: one thing has one valid certificate.
        await database.SaveChangesAsync(cancellationToken);
        database.AddRange(certificates);
        await TellAsync(certificates, cancellationToken);
        Record(certificates, officer);
        await database.SaveChangesAsync(cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return certificates;
    }

    private async Task<Dictionary<(string, string), Certificate>> ValidAsync(
        IReadOnlyList<CertificateWish> wishes,
        CancellationToken cancellationToken
    )
    {
        var teachers = wishes.Select(wish => wish.TeacherId).Distinct().ToList();
        var subjects = wishes.Select(wish => wish.Subject).Distinct().ToList();
        return await database
            .Set<Certificate>()
            .Where(certificate => certificate.State == CertificateState.Valid)
            .Where(certificate =>
                EF.Parameter(teachers).Contains(certificate.TeacherId) && EF.Parameter(subjects).Contains(certificate.Subject)
            )
            .ToDictionaryAsync(certificate => (certificate.TeacherId, certificate.Subject), cancellationToken);
    }

    private async Task TellAsync(List<Certificate> certificates, CancellationToken cancellationToken)
    {
        var accounts = await lookup.AccountsAsync([.. certificates.Select(certificate => certificate.TeacherId)], cancellationToken);
        foreach (var certificate in certificates.Where(certificate => accounts.ContainsKey(certificate.TeacherId)))
            notifications.Send(accounts[certificate.TeacherId], MyPage, "{0}已为您开具：{1}", certificate.Kind.Label(), certificate.Number);
    }

    private void Record(List<Certificate> certificates, HubUser officer)
    {
        foreach (var school in certificates.GroupBy(certificate => certificate.Path))
            audit.Record(
                officer,
                "Certificate.Issued",
                nameof(Certificate),
                school.First().Id,
                after: school.Select(certificate => new
                {
                    certificate.Number,
                    certificate.TeacherId,
                    Hours = certificate.Face.Total.ToString(),
                }),
                path: school.Key
            );
    }

    private static (string, string) KeyOf(CertificateWish wish) => (wish.TeacherId, wish.Subject);
}
