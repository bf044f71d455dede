using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Resumable uploads: announced, then appended piece by piece to a file that survives a restart.</summary>
public sealed class UploadStore(
    HubDbContext database,
    WorkLoader works,
    FileIntake intake,
    SiteSettings settings,
    DataFolder data,
    TimeProvider clock
)
{
    /// <summary>Unfinished uploads are forgotten after this time.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(3);
    private const int BufferSize = 128 * 1024;

    /// <summary>Opens an upload into a draft of one's own; refuses what is too large before a byte is sent.</summary>
    public async Task<UploadSession> CreateAsync(
        string workId,
        string fileName,
        long length,
        HubUser user,
        CancellationToken cancellationToken
    )
    {
        var limits = await settings.GetAsync<ResourceSettings>(cancellationToken);
        if (length > limits.MaxFileBytes)
            throw new RefusedException("文件太大：每个文件最多 {0} MB", limits.MaxFileBytes >> 20) { Kind = RefusalKind.TooLarge };
        if (length <= 0)
            throw new RefusedException("“{0}”是空文件，没有可上传的内容", FileNames.Clean(fileName));
        var version = (await works.OwnAsync(workId, user, cancellationToken)).Editable();
        await intake.CheckCountAsync(version.Files.Count + 1, cancellationToken);
        var session = new UploadSession
        {
            Id = HubId.New(clock),
            AccountId = user.AccountId ?? "",
            WorkId = workId,
            FileName = FileNames.Clean(fileName),
            Length = length,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        database.Add(session);
        await database.SaveChangesAsync(cancellationToken);
        await File.Create(PathOf(session.Id)).DisposeAsync();
        return session;
    }

    /// <summary>An upload of one's own.</summary>
    public async Task<UploadSession> FindAsync(string id, HubUser user, CancellationToken cancellationToken) =>
        await database
            .Set<UploadSession>()
            .SingleOrDefaultAsync(session => session.Id == id && session.AccountId == user.AccountId, cancellationToken)
        ?? throw new RefusedException("没有这个上传任务，请重新选择文件") { Kind = RefusalKind.NotFound };

    /// <summary>Bytes received so far.</summary>
    public long Offset(UploadSession session) => new FileInfo(PathOf(session.Id)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Appends what the request brings; a broken connection keeps what arrived.</summary>
    /// <returns>Bytes received so far.</returns>
    public async Task<long> AppendAsync(UploadSession session, long offset, Stream content, CancellationToken cancellationToken)
    {
        await using var file = OpenForAppend(session);
        if (file.Length != offset)
            throw new RefusedException("上传的位置不对，请继续上传") { Kind = RefusalKind.Conflict };
        file.Seek(0, SeekOrigin.End);
        var buffer = new byte[BufferSize];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; )
        {
            if (file.Length + read > session.Length)
                throw new RefusedException("收到的内容比声明的长") { Kind = RefusalKind.TooLarge };
            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }
        return file.Length;
    }

    /// <summary>Moves a complete upload into the work.</summary>
    /// <returns>The new file of the draft.</returns>
    public async Task<WorkFile> FinishAsync(UploadSession session, HubUser user, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = File.OpenRead(PathOf(session.Id));
            return await intake.AddAsync(session.WorkId, session.FileName, content, user, cancellationToken);
        }
        finally
        {
            await RemoveAsync(session, CancellationToken.None);
        }
    }

    /// <summary>Forgets an upload and its bytes.</summary>
    public async Task RemoveAsync(UploadSession session, CancellationToken cancellationToken)
    {
        await database.Set<UploadSession>().Where(row => row.Id == session.Id).ExecuteDeleteAsync(cancellationToken);
        File.Delete(PathOf(session.Id));
    }

    private FileStream OpenForAppend(UploadSession session)
    {
        try
        {
            // No sharing: a second connection for the same upload must not interleave its bytes.
            // A session that came back from a backup has no bytes yet: it begins again.
            return new FileStream(
                PathOf(session.Id),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                0,
                FileOptions.Asynchronous
            );
        }
        catch (IOException)
        {
            throw new RefusedException("这个文件正在另一个连接里上传") { Kind = RefusalKind.Conflict };
        }
    }

    private string PathOf(string id) => Path.Combine(data.Folder("uploads"), id);
}
