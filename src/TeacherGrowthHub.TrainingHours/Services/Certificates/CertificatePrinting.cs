using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates;

/// <summary>Gives faces their numbers and codes and prints them; the papers lie in the blob store before any row speaks of them.</summary>
public sealed class CertificatePrinting(CertificateNumbers numbers, CertificatePress press, IBlobStore blobs, TimeProvider clock)
{
    /// <summary>The certificates of faces, in their order, not yet stored; their papers are.</summary>
    public async Task<List<Certificate>> PrintAsync(
        List<ReadyFace> faces,
        string site,
        HubUser officer,
        string? batchId,
        CancellationToken cancellationToken
    )
    {
        var given = await numbers.TakeAsync(faces[0].Face.IssuedOn.Year, faces.Count, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var certificates = new List<Certificate>(faces.Count);
        foreach (var (ready, number) in faces.Zip(given))
        {
            var code = CertificateCode.New();
            using var paper = new MemoryStream(press.Print(ready.Wish.Kind, ready.Face, number, code, site));
            certificates.Add(
                new Certificate
                {
                    Id = HubId.New(clock),
                    Number = number,
                    Code = code,
                    Kind = ready.Wish.Kind,
                    TeacherId = ready.Wish.TeacherId,
                    Path = ready.Path,
                    SchoolYear = ready.Wish.SchoolYear,
                    Subject = ready.Wish.Subject,
                    Face = ready.Face,
                    BlobHash = (await blobs.WriteAsync(paper, cancellationToken)).Hash,
                    IssuedAt = now,
                    IssuedById = officer.AccountId,
                    IssuedBy = officer.Name,
                    BatchId = batchId,
                }
            );
        }
        return certificates;
    }
}
