using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.ResourceBank.Domain;
using TeacherGrowthHub.ResourceBank.Services;

namespace TeacherGrowthHub.ResourceBank.Files;

/// <summary>Who may have which file: readers those of published works, authors and reviewers those of the working version too.</summary>
public sealed class WorkFileAccess(ResourceReader reader, WorkLoader works, Readers readers, SiteSettings settings, IHubUserAccessor users)
{
    /// <summary>The published version, for a download.</summary>
    public async Task<(Work Work, WorkVersion Version)> PublishedAsync(string id, CancellationToken cancellationToken)
    {
        var user = await users.GetAsync(cancellationToken);
        var work = await reader.PublishedAsync(id, user, cancellationToken);
        await EnsureMayDownloadAsync(user, cancellationToken);
        return (work, work.Published!);
    }

    /// <summary>The version that holds a file and that the person may see.</summary>
    public async Task<(Work Work, WorkVersion Version)> VersionWithFileAsync(
        string id,
        string fileId,
        CancellationToken cancellationToken,
        bool isPreview = false
    )
    {
        var user = await users.GetAsync(cancellationToken);
        var work = await works.FindAsync(id, cancellationToken) ?? throw WorkLoader.NotFound();
        if (work.Working is { } working && working.Files.Exists(file => file.Id == fileId) && MaySeeWorking(work, user))
            return (work, working);
        work = await reader.PublishedAsync(id, user, cancellationToken);
        if (!work.Published!.Files.Exists(file => file.Id == fileId))
            throw WorkLoader.NotFound();
        if (!isPreview)
            await EnsureMayDownloadAsync(user, cancellationToken);
        return (work, work.Published);
    }

    /// <summary>Counts a download of a published version.</summary>
    public async Task CountAsync(Work work, WorkVersion version, CancellationToken cancellationToken)
    {
        var user = await users.GetAsync(cancellationToken);
        if (user.AccountId is not null && version.State == VersionState.Published)
            await readers.CountDownloadAsync(user.AccountId, work, cancellationToken);
    }

    private static bool MaySeeWorking(Work work, HubUser user) =>
        (user.AccountId is not null && work.OwnerId == user.AccountId)
        || (work.Working!.State == VersionState.Submitted && user.Can(ResourcePermissions.Review, work.OrganizationPath));

    private async Task EnsureMayDownloadAsync(HubUser user, CancellationToken cancellationToken)
    {
        if (!user.IsSignedIn && (await settings.GetAsync<ResourceSettings>(cancellationToken)).DownloadsAskForSignIn)
            throw new RefusedException("下载前请先登录；阅读不需要登录") { Kind = RefusalKind.Forbidden };
    }
}
