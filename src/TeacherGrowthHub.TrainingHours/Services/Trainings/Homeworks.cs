using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Homework: handed in by those who have a place, looked at by the staff.</summary>
public sealed class Homeworks(HubDbContext database, TrainingLoader trainings, IBlobStore blobs, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Longest file, in bytes.</summary>
    public const long MaxBytes = 20L << 20;
    private const int MaxName = 200;

    /// <summary>Hands in, or again until it has passed.</summary>
    /// <param name="file">Name and content; null keeps the file of before.</param>
    public async Task SubmitAsync(
        string id,
        string? text,
        (string Name, Stream Content)? file,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var training = await trainings.PublicAsync(id, cancellationToken);
        await EnsureMayAsync(training, user, cancellationToken);
        var homework = await FindAsync(id, user.TeacherId!, cancellationToken);
        if (homework?.IsPassed == true)
            throw new RefusedException("作业已经合格，不用再交") { Kind = RefusalKind.Conflict };
        var clean = (text ?? "").Trim();
        if (clean.Length > Homework.MaxTextLength)
            throw new RefusedException("最多 {0} 个字", Homework.MaxTextLength) { Field = "Text" };
        if (clean.Length == 0 && file is null && homework?.BlobHash is null)
            throw new RefusedException("请填写作业，或选择文件") { Field = "Text" };
        if (homework is null)
            database.Add(homework = New(id, user.TeacherId!));
        (homework.Text, homework.SubmittedAt, homework.IsPassed) = (clean, clock.GetUtcNow().UtcDateTime, null);
        if (file is { } upload)
            await AttachAsync(homework, upload, cancellationToken);
        audit.Record(user, "Homework.Submitted", nameof(Training), id, path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The staff finds it good, or not yet.</summary>
    public async Task DecideAsync(string id, string teacherId, bool isPassed, HubUser user, CancellationToken cancellationToken = default)
    {
        var training = await trainings.OwnAsync(id, user, cancellationToken);
        if (training.State != TrainingState.Open)
            throw new RefusedException("培训已结束，作业结果不能再改") { Kind = RefusalKind.Conflict };
        if (teacherId == user.TeacherId)
            throw new RefusedException("不能批改自己的作业") { Kind = RefusalKind.Forbidden };
        var homework =
            await FindAsync(id, teacherId, cancellationToken) ?? throw new RefusedException("没有这份作业") { Kind = RefusalKind.NotFound };
        (homework.IsPassed, homework.DecidedBy) = (isPassed, user.Name);
        audit.Record(
            user,
            "Homework.Decided",
            nameof(Training),
            id,
            after: new { Teacher = teacherId, Passed = isPassed },
            path: training.Path
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A file, for its teacher and the staff.</summary>
    /// <exception cref="RefusedException">None, or not theirs to see.</exception>
    public async Task<(Stream Content, string Name)> FileAsync(
        string id,
        string teacherId,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var training = await trainings.FindAsync(id, cancellationToken);
        var maySee = training is not null && (user.TeacherId == teacherId || user.Can(HoursPermissions.Plan, training.Path));
        var homework = maySee ? await FindAsync(id, teacherId, cancellationToken) : null;
        return homework?.BlobHash is { } hash && await blobs.OpenAsync(hash, cancellationToken) is { } content
            ? (content, homework.FileName!)
            : throw new RefusedException("没有这份作业") { Kind = RefusalKind.NotFound };
    }

    public async Task<IReadOnlyDictionary<string, Homework>> OfAsync(string id, CancellationToken cancellationToken = default) =>
        await database
            .Set<Homework>()
            .Where(homework => homework.TrainingId == id)
            .ToDictionaryAsync(homework => homework.TeacherId, cancellationToken);

    public Task<Homework?> FindAsync(string id, string teacherId, CancellationToken cancellationToken = default) =>
        database.Set<Homework>().SingleOrDefaultAsync(row => row.TrainingId == id && row.TeacherId == teacherId, cancellationToken);

    private async Task EnsureMayAsync(Training training, HubUser user, CancellationToken cancellationToken)
    {
        if (training.Homework.Length == 0)
            throw new RefusedException("这次培训没有作业") { Kind = RefusalKind.NotFound };
        if (training.State != TrainingState.Open)
            throw new RefusedException("培训已结束，不能再交作业") { Kind = RefusalKind.Conflict };
        var hasPlace = await database
            .Set<Enrolment>()
            .AnyAsync(
                row => row.TrainingId == training.Id && row.TeacherId == user.TeacherId && row.State == EnrolmentState.Enrolled,
                cancellationToken
            );
        if (!hasPlace)
            throw new RefusedException("您没有报名这次培训") { Kind = RefusalKind.Forbidden };
    }

    private async Task AttachAsync(Homework homework, (string Name, Stream Content) file, CancellationToken cancellationToken)
    {
        if (file.Content.Length > MaxBytes)
            throw new RefusedException("文件太大：最多 {0} MB", MaxBytes >> 20) { Field = "File" };
        homework.BlobHash = (await blobs.WriteAsync(file.Content, cancellationToken)).Hash;
        var name = Path.GetFileName(file.Name.Replace('\\', '/'));
        homework.FileName = name.Length > MaxName ? name[^MaxName..] : name;
    }

    private static Homework New(string id, string teacherId) =>
        new()
        {
            TrainingId = id,
            TeacherId = teacherId,
            SubmittedAt = default,
        };
}
