using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>Outbox: go on with a batch of certificates.</summary>
public sealed record CertificatesAsked(string BatchId);

/// <summary>Issues a batch in the background, a few certificates in each transaction, by the officer's permissions as they are then.</summary>
public sealed class CertificateBatchRun(HubDbContext database, CertificateIssuing issuing, AccountGrants grants, Outbox outbox)
    : IOutboxHandler<CertificatesAsked>
{
    private const int Together = 25;

    // A message is held for five minutes at most; a large county takes several.
    private const int InOneTurn = 1000;

    public async Task HandleAsync(CertificatesAsked message, CancellationToken cancellationToken)
    {
        for (var done = 0; done < InOneTurn; done += Together)
        {
            database.ChangeTracker.Clear();
            var batch = await database.Set<CertificateBatch>().SingleAsync(row => row.Id == message.BatchId, cancellationToken);
            if (batch.IsFinished)
                return;
            await GoOnAsync(batch, cancellationToken);
        }
        outbox.Add(message);
        await database.SaveChangesAsync(cancellationToken);
    }

    // The progress is stored with the certificates: a killed process neither repeats nor leaves out anybody.
    private async Task GoOnAsync(CertificateBatch batch, CancellationToken cancellationToken)
    {
        var officer = await grants.UserAsync(batch.AccountId, cancellationToken) ?? HubUser.Guest;
        List<CertificateWish> wishes =
        [
            .. batch.TeacherIds.Skip(batch.Done).Take(Together).Select(teacher => new CertificateWish(teacher, batch.SchoolYear)),
        ];
        try
        {
            await IssueAsync(batch, wishes, officer, cancellationToken);
        }
        catch (RefusedException)
        {
            foreach (var wish in wishes)
                await IssueOneAsync(batch.Id, wish, officer, cancellationToken);
        }
    }

    private async Task IssueOneAsync(string batchId, CertificateWish wish, HubUser officer, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        var batch = await database.Set<CertificateBatch>().SingleAsync(row => row.Id == batchId, cancellationToken);
        try
        {
            await IssueAsync(batch, [wish], officer, cancellationToken);
        }
        catch (RefusedException refusal)
        {
            database.ChangeTracker.Clear();
            batch = await database.Set<CertificateBatch>().SingleAsync(row => row.Id == batchId, cancellationToken);
            batch.LeftOut = [.. batch.LeftOut, string.Format(CultureInfo.InvariantCulture, refusal.Text, refusal.Arguments)];
            batch.Done++;
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task IssueAsync(
        CertificateBatch batch,
        IReadOnlyList<CertificateWish> wishes,
        HubUser officer,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        batch.Done += wishes.Count;
        await issuing.IssueAsync(wishes, batch.Site, officer, batch.Id, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
