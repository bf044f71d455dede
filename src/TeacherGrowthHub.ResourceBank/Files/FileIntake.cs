using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
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
        var type = FileTypeDetector.Detect(content);
        if (type.Refusal is not null)
            throw new RefusedException("“{0}”不能上传：{1}", name, type.Refusal);
        var version = (await works.OwnAsync(workId, user, cancellationToken)).Editable();
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
            }
        );
        await database.SaveChangesAsync(cancellationToken);
        return file;
    }

    private async Task AskForReadingAsync(WorkFile file, CancellationToken cancellationToken)
    {
        // Known bytes are read once more for the form of this draft.
        if (!await database.Set<FileText>().AnyAsync(text => text.Hash == file.Hash, cancellationToken))
            database.Add(new FileText { Hash = file.Hash, State = FileTextState.Pending });
        outbox.Add(new FileStored(file.Hash, file.Name, file.Extension));
    }
}
