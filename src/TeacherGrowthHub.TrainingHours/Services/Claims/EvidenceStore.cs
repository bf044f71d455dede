using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.ResourceBank.Files;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>A file of evidence and its bytes.</summary>
public sealed record OpenedEvidence(ClaimEvidence Evidence, Stream Content);

/// <summary>Files of evidence: pictures and PDF by their content, kept once by their hash.</summary>
public sealed class EvidenceStore(
    HubDbContext database,
    ClaimLoader claims,
    ClaimSaving saving,
    IBlobStore blobs,
    SiteSettings settings,
    TimeProvider clock
)
{
    private static readonly HashSet<FileType> Allowed = [FileType.Jpeg, FileType.Png, FileType.Webp, FileType.Pdf];

    /// <summary>Adds a file to a claim that may still be changed.</summary>
    /// <exception cref="RefusedException">Not a picture or PDF, too large, too many, or the same file once more.</exception>
    public async Task AddAsync(string claimId, string name, Stream content, HubUser user, CancellationToken cancellationToken = default)
    {
        var type = await CheckAsync(new SentFile(name, content), cancellationToken);
        var claim = await claims.OwnAsync(claimId, user, cancellationToken);
        if (!claim.IsEditable())
            throw new RefusedException("已经提交的申报不能再改，可以先撤回") { Kind = RefusalKind.Conflict };
        var limits = await settings.GetAsync<ClaimSettings>(cancellationToken);
        var present = await OfAsync(claimId, cancellationToken);
        if (present.Count >= limits.MaxEvidenceFiles)
            throw Refused("每条申报最多 {0} 份材料", RefusalKind.Invalid, limits.MaxEvidenceFiles);
        content.Position = 0;
        var blob = await blobs.WriteAsync(content, cancellationToken);
        if (present.Any(file => file.BlobHash == blob.Hash))
            throw Refused("这份材料已经添加过了", RefusalKind.Invalid);
        database.Add(
            new ClaimEvidence
            {
                Id = HubId.New(clock),
                ClaimId = claimId,
                Name = FileNames.Clean(Path.ChangeExtension(name, type.Extension)),
                BlobHash = blob.Hash,
                Size = blob.Length,
                MediaType = type.MediaType,
                AddedAt = saving.Now,
            }
        );
        claim.Version++;
        saving.Record(claim, "Claim.EvidenceAdded", user);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>Refuses what is no evidence by its content.</summary>
    /// <returns>Its type.</returns>
    public async Task<FileType> CheckAsync(SentFile file, CancellationToken cancellationToken = default)
    {
        var limits = await settings.GetAsync<ClaimSettings>(cancellationToken);
        if (file.Content.Length > limits.MaxEvidenceBytes)
            throw Refused("文件太大：每个文件最多 {0} MB", RefusalKind.TooLarge, limits.MaxEvidenceBytes >> 20);
        var type = FileTypeDetector.Detect(file.Content, file.Name);
        return Allowed.Contains(type) ? type : throw Refused("证明材料应是 JPG、PNG、WebP 图片或 PDF", RefusalKind.Invalid);
    }

    /// <summary>Takes a file away from a claim that may still be changed.</summary>
    public async Task RemoveAsync(string claimId, string evidenceId, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await claims.OwnAsync(claimId, user, cancellationToken);
        var file = await database
            .Set<ClaimEvidence>()
            .SingleOrDefaultAsync(evidence => evidence.Id == evidenceId && evidence.ClaimId == claimId, cancellationToken);
        if (file is null || !claim.IsEditable())
            throw new RefusedException("这份材料不能删除") { Kind = RefusalKind.Conflict };
        database.Remove(file);
        claim.Version++;
        saving.Record(claim, "Claim.EvidenceRemoved", user);
        await saving.StoreAsync(cancellationToken);
    }

    /// <summary>The files of a claim in the order they came.</summary>
    public async Task<IReadOnlyList<ClaimEvidence>> OfAsync(string claimId, CancellationToken cancellationToken = default) =>
        await database
            .Set<ClaimEvidence>()
            .AsNoTracking()
            .Where(evidence => evidence.ClaimId == claimId)
            .OrderBy(evidence => evidence.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Opens a file for its teacher, or for an officer whose scope holds the claim.</summary>
    public async Task<OpenedEvidence> OpenAsync(
        string claimId,
        string evidenceId,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await claims.ShownAsync(claimId, user, cancellationToken);
        var file = (await OfAsync(claimId, cancellationToken)).FirstOrDefault(evidence => evidence.Id == evidenceId);
        return file is not null && await blobs.OpenAsync(file.BlobHash, cancellationToken) is { } content
            ? new OpenedEvidence(file, content)
            : throw new RefusedException("没有这份材料") { Kind = RefusalKind.NotFound };
    }

    private static RefusedException Refused(string text, RefusalKind kind, params object[] arguments) =>
        new(text, arguments) { Field = "Evidence", Kind = kind };
}
