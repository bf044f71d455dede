using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <param name="WorkId">The work that already has the file.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsOwn">Whether it is the asker's own, published or not.</param>
public sealed record Duplicate(string WorkId, string Title, bool IsOwn);

/// <summary>Answers by hash, before the upload ends, whether the bank has a file; never reveals another's unpublished work.</summary>
public sealed class DuplicateCheck(HubDbContext database)
{
    public async Task<Duplicate?> FindAsync(string hash, string? exceptWorkId, HubUser user, CancellationToken cancellationToken)
    {
        if (hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigitLower))
            throw new RefusedException("文件的 SHA-256 要写成 64 位小写十六进制") { Field = "sha256" };
        if (!HubId.IsValid(exceptWorkId))
            exceptWorkId = null;
        var found = await (
            from file in database.Set<WorkFile>()
            join version in database.Set<WorkVersion>() on file.VersionId equals version.Id
            join work in database.Set<Work>() on version.WorkId equals work.Id
            let isOwn = work.OwnerId != null && work.OwnerId == user.AccountId
            let isPublic = work.Visibility == WorkVisibility.Published && version.State == VersionState.Published
            where file.Hash == hash && work.Id != exceptWorkId && (isOwn || isPublic)
            orderby isPublic descending
            select new Duplicate(work.Id, version.Title, isOwn)
        ).FirstOrDefaultAsync(cancellationToken);
        return found;
    }
}
