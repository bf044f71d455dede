using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>What becomes of a certificate: revoked by an officer, issued anew, doubted when hours on it were taken back.</summary>
public sealed class CertificateLife(
    HubDbContext database,
    CertificateReader reader,
    CertificateIssuing issuing,
    PeopleDirectory directory,
    NotificationSender notifications,
    AuditTrail audit,
    TimeProvider clock
) : IOutboxHandler<HoursReversed>
{
    /// <summary>Revokes it; the verification page says so from now on.</summary>
    /// <exception cref="RefusedException">No reason, not valid any more, or outside the officer's scope.</exception>
    public async Task RevokeAsync(string id, string? reason, HubUser officer, CancellationToken cancellationToken = default)
    {
        var certificate = await ValidAsync(id, officer, cancellationToken);
        if (string.IsNullOrWhiteSpace(reason))
            throw new RefusedException("请写明作废的原因") { Field = "Reason" };
        if (reason.Length > Certificate.MaxReasonLength)
            throw new RefusedException("原因不能超过 {0} 个字", Certificate.MaxReasonLength) { Field = "Reason" };
        certificate.Revoke(officer.Name, reason.Trim(), clock.GetUtcNow().UtcDateTime);
        audit.Record(
            officer,
            "Certificate.Revoked",
            nameof(Certificate),
            certificate.Id,
            after: new { certificate.Number, certificate.Reason },
            path: certificate.Path
        );
        if (await directory.AccountOfAsync(certificate.TeacherId, cancellationToken) is { } account)
            notifications.Send(account, CertificateIssuing.MyPage, "证明{0}已作废：{1}", certificate.Number, certificate.Reason!);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Issues the same anew from the ledger as it is now.</summary>
    /// <returns>The new one; null when the old one still says everything right.</returns>
    public async Task<Certificate?> ReissueAsync(string id, string site, HubUser officer, CancellationToken cancellationToken = default)
    {
        var old = await ValidAsync(id, officer, cancellationToken);
        int? line = old.Kind == CertificateKind.Activity ? old.Face.Lines[0].Sequence : null;
        var wish = new CertificateWish(old.TeacherId, old.SchoolYear, line);
        return (await issuing.IssueAsync([wish], site, officer, cancellationToken: cancellationToken)).SingleOrDefault();
    }

    /// <summary>Marks the certificates that show a line which was taken back, and tells who issued them. Running twice tells once.</summary>
    public async Task HandleAsync(HoursReversed message, CancellationToken cancellationToken)
    {
        var gone = message.Entries.ToLookup(entry => entry.TeacherId, entry => entry.Sequence);
        var teachers = gone.Select(lines => lines.Key).ToList();
        var shown = await database
            .Set<Certificate>()
            .Where(certificate => certificate.State == CertificateState.Valid && EF.Parameter(teachers).Contains(certificate.TeacherId))
            .ToListAsync(cancellationToken);
        var doubted = shown.FindAll(certificate => certificate.Doubt([.. gone[certificate.TeacherId]]));
        foreach (
            var own in doubted.Where(certificate => certificate.IssuedById is not null).GroupBy(certificate => certificate.IssuedById!)
        )
            notifications.Send(
                own.Key,
                CertificateReader.DoubtedPage,
                "{0} 张证明上的学时已被撤销，请作废或换发",
                own.Count().ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<Certificate> ValidAsync(string id, HubUser officer, CancellationToken cancellationToken)
    {
        var certificate = await reader.ForOfficerAsync(id, officer, cancellationToken);
        if (certificate.TeacherId == officer.TeacherId)
            throw new RefusedException("自己的证明请由其他学时管理员或上级处理") { Kind = RefusalKind.Forbidden };
        return certificate.State == CertificateState.Valid
            ? certificate
            : throw new RefusedException("这张证明已经失效") { Kind = RefusalKind.Conflict };
    }
}
