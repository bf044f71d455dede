using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>Outbox: go on with a batch of certificates.</summary>
public sealed record CertificatesAsked(string BatchId);

/// <summary>Certificates of a whole organisation: asked for in one act, printed in the background, a few in each transaction.</summary>
public sealed class CertificateBatches(
    HubDbContext database,
    CertificateIssuing issuing,
    AccountGrants grants,
    Outbox outbox,
    TimeProvider clock
) : IOutboxHandler<CertificatesAsked>
{
    private const int Together = 25;

    // A message is held for five minutes at most; a large county takes several.
    private const int InOneTurn = 1000;

    /// <summary>How many teachers of an organisation would get a certificate of the year.</summary>
    public Task<int> CountAsync(string path, int schoolYear, HubUser officer, CancellationToken cancellationToken = default) =>
        Certified(path, schoolYear, officer).CountAsync(cancellationToken);

    /// <summary>Asks for the certificates of everybody with certified hours, the officer left out.</summary>
    /// <returns>The batch, to be watched.</returns>
    /// <exception cref="RefusedException">Outside the scope, or nobody has hours.</exception>
    public async Task<CertificateBatch> StartAsync(
        string path,
        int schoolYear,
        string site,
        HubUser officer,
        CancellationToken cancellationToken = default
    )
    {
        if (!officer.Can(HoursPermissions.Issue, path))
            throw new RefusedException("没有这个单位，或不在您的数据范围内") { Kind = RefusalKind.NotFound };
        var teachers = await Certified(path, schoolYear, officer).OrderBy(id => id).ToListAsync(cancellationToken);
        if (teachers.Count == 0)
            throw new RefusedException("这个单位在这个学年还没有认定的学时");
        var batch = new CertificateBatch
        {
            Id = HubId.New(clock),
            Path = path,
            SchoolYear = schoolYear,
            TeacherIds = teachers,
            Site = site,
            AccountId = officer.AccountId!,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        database.Add(batch);
        outbox.Add(new CertificatesAsked(batch.Id));
        await database.SaveChangesAsync(cancellationToken);
        return batch;
    }

    /// <summary>A batch of the officer's scope.</summary>
    public async Task<CertificateBatch> FindAsync(string id, HubUser officer, CancellationToken cancellationToken = default)
    {
        var batch = HubId.IsValid(id)
            ? await database.Set<CertificateBatch>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            : null;
        return batch is not null && officer.Can(HoursPermissions.Issue, batch.Path)
            ? batch
            : throw new RefusedException("没有这批证明") { Kind = RefusalKind.NotFound };
    }

    /// <summary>How many certificates a batch has issued.</summary>
    public Task<int> IssuedCountAsync(CertificateBatch batch, CancellationToken cancellationToken = default) =>
        database.Set<Certificate>().CountAsync(row => row.BatchId == batch.Id, cancellationToken);

    /// <summary>The certificates that a batch has issued, in the order of teacher numbers.</summary>
    public async Task<IReadOnlyList<Certificate>> IssuedAsync(CertificateBatch batch, CancellationToken cancellationToken = default)
    {
        var rows = await database.Set<Certificate>().AsNoTracking().Where(row => row.BatchId == batch.Id).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Face.TeacherNumber, StringComparer.Ordinal)];
    }

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
            batch.LeftOut =
            [
                .. batch.LeftOut,
                string.Format(System.Globalization.CultureInfo.InvariantCulture, refusal.Text, refusal.Arguments),
            ];
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

    private IQueryable<string> Certified(string path, int schoolYear, HubUser officer) =>
        database
            .Set<TeacherYear>()
            .Where(row => row.SchoolYear == schoolYear && row.Activities > 0 && row.TeacherId != officer.TeacherId)
            .Within(row => row.Path, [path])
            .Select(row => row.TeacherId);
}
