using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>Certificates of a whole organisation: asked for in one act, watched while <see cref="CertificateBatchRun"/> issues them.</summary>
public sealed class CertificateBatches(HubDbContext database, Outbox outbox, TimeProvider clock)
{
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

    private IQueryable<string> Certified(string path, int schoolYear, HubUser officer) =>
        database
            .Set<TeacherYear>()
            .Where(row => row.SchoolYear == schoolYear && row.Activities > 0 && row.TeacherId != officer.TeacherId)
            .Within(row => row.Path, [path])
            .Select(row => row.TeacherId);
}
