using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Extraction;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Takes a file into a draft: type decided by content, stored once by its hash, reading asked for by the outbox.</summary>
public sealed class FileIntake(
    HubDbContext database,
    WorkLoader works,
    IBlobStore blobs,
    Outbox outbox,
    SiteSettings settings,
    AuditTrail audit,
    TimeProvider clock
)
{
    /// <summary>Adds a file to the working version.</summary>
    /// <param name="workId">The draft.</param>
    /// <param name="name">Shown name.</param>
    /// <param name="content">Seekable bytes.</param>
    /// <param name="user">The author.</param>
    /// <exception cref="RefusedException">Not a type the bank takes; the reason says why.</exception>
    public async Task<WorkFile> AddAsync(string workId, string name, Stream content, HubUser user, CancellationToken cancellationToken)
    {
        var type = await CheckAsync(name, content, cancellationToken);
        var work = await works.OwnAsync(workId, user, cancellationToken);
        var version = work.Editable();
        await CheckCountAsync(version.Files.Count + 1, cancellationToken);
        content.Position = 0;
        var blob = await blobs.WriteAsync(content, cancellationToken);
        if (version.Files.SingleOrDefault(file => file.Hash == blob.Hash) is { } same)
            return same;
        var file = new WorkFile
        {
            Id = HubId.New(clock),
            Name = FileNames.Clean(Path.ChangeExtension(name, type.Extension)),
            Hash = blob.Hash,
            Length = blob.Length,
            MediaType = type.MediaType,
            Extension = type.Extension,
            Position = version.Files.Count,
        };
        version.Files.Add(file);
        await AskForReadingAsync(file, cancellationToken);
        audit.Record(
            user,
            "Work.FileAdded",
            nameof(Work),
            workId,
            after: new
            {
                file.Name,
                file.Hash,
                file.Length,
            },
            path: work.OrganizationPath
        );
        await database.SaveChangesAsync(cancellationToken);
        return file;
    }

    /// <summary>Refuses a file that could not be added, before anything is written.</summary>
    /// <returns>Its type.</returns>
    public async Task<FileType> CheckAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var limits = await settings.GetAsync<ResourceSettings>(cancellationToken);
        if (content.Length > limits.MaxFileBytes)
            throw new RefusedException("文件太大：每个文件最多 {0} MB", limits.MaxFileBytes >> 20) { Kind = RefusalKind.TooLarge };
        var type = FileTypeDetector.Detect(content, name);
        return type.Refusal is null ? type : throw new RefusedException("“{0}”不能上传：{1}", FileNames.Clean(name), type.Refusal);
    }

    /// <summary>Refuses more files than a work may have.</summary>
    public async Task CheckCountAsync(int count, CancellationToken cancellationToken)
    {
        var limits = await settings.GetAsync<ResourceSettings>(cancellationToken);
        if (count > limits.MaxFiles)
            throw new RefusedException("每份资源最多 {0} 个文件", limits.MaxFiles);
    }

    private async Task AskForReadingAsync(WorkFile file, CancellationToken cancellationToken)
    {
        // Known bytes are read once more for the form of this draft.
        if (!await database.Set<FileText>().AnyAsync(text => text.Hash == file.Hash, cancellationToken))
            database.Add(new FileText { Hash = file.Hash, State = FileTextState.Pending });
        outbox.Add(new FileStored(file.Hash, file.Name, file.Extension));
    }
}
