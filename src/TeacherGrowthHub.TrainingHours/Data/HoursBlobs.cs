using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Requests;

namespace TeacherGrowthHub.TrainingHours.Data;

/// <summary>Evidence of claims and requests, and the papers of certificates.</summary>
public sealed class HoursBlobs : IBlobReferences
{
    public IQueryable<string> In(HubDbContext database) =>
        database
            .Set<ClaimEvidence>()
            .Select(evidence => evidence.BlobHash)
            .Concat(database.Set<HourRequest>().Select(request => request.EvidenceHash))
            .Concat(database.Set<Certificate>().Select(certificate => certificate.BlobHash));
}
