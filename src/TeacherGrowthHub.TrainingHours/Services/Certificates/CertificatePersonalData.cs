using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>A teacher's own certificates with their papers, and the batches that an officer asked for.</summary>
internal sealed class CertificatePersonalData(HubDbContext database, IBlobStore blobs) : IPersonalDataSource
{
    public string Name => "certificates";

    public IReadOnlyCollection<Type> Covers => [typeof(Certificate), typeof(CertificateBatch)];

    public async Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        var own = await database
            .Set<Certificate>()
            .AsNoTracking()
            .Where(row => row.TeacherId == owner.TeacherId)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        await archive.AddAsync("certificates.json", own.ToAsyncEnumerable(), cancellationToken);
        foreach (var certificate in own)
        {
            await using var paper = await blobs.OpenAsync(certificate.BlobHash, cancellationToken);
            if (paper is not null)
                await archive.AddAsync($"certificates/{certificate.Number}.pdf", paper, cancellationToken);
        }
        var batches = database
            .Set<CertificateBatch>()
            .AsNoTracking()
            .Where(batch => batch.AccountId == owner.AccountId)
            .Select(batch => new
            {
                batch.Path,
                batch.SchoolYear,
                batch.CreatedAt,
            });
        await archive.AddAsync("certificate-batches.json", batches.AsAsyncEnumerable(), cancellationToken);
    }
}
