using System.IO.Compression;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.Kernel.Privacy;

/// <summary>Everything the portal holds about a person as one zip, from every module.</summary>
public sealed class PersonalDataExport(HubDbContext database, IEnumerable<IPersonalDataSource> sources, AuditTrail audit)
{
    /// <summary>Records the download, then writes.</summary>
    /// <param name="target">Gets the zip; need not be seekable.</param>
    /// <param name="owner">The person, who asks for the own data.</param>
    public async Task WriteAsync(Stream target, HubUser owner, CancellationToken cancellationToken = default)
    {
        audit.Record(owner, "PersonalData.Downloaded", "Account", owner.AccountId!, path: owner.HomePath);
        await database.SaveChangesAsync(cancellationToken);
        await using var zip = await ZipArchive.CreateAsync(
            target,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        foreach (var source in sources)
            await source.WriteAsync(owner, new PersonalArchive(zip, source.Name), cancellationToken);
    }
}
