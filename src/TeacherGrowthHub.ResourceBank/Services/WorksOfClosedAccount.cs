using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Changes;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>What happens to a person's works, favourites and counted downloads when the account is closed.</summary>
internal sealed class WorksOfClosedAccount(HubDbContext database, AuditTrail audit, ChangeLog changes) : IAccountClosing
{
    public async Task OnClosingAsync(ClosingAccount account, CancellationToken cancellationToken)
    {
        var id = account.AccountId;
        await database.Set<Favourite>().Where(row => row.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await database.Set<CountedDownload>().Where(row => row.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        await database.Set<UploadSession>().Where(row => row.AccountId == id).ExecuteDeleteAsync(cancellationToken);
        if (account.HidesName)
            await HideAsync(account, cancellationToken);
    }

    private async Task HideAsync(ClosingAccount account, CancellationToken cancellationToken)
    {
        var works = await database
            .Set<Work>()
            .Include(work => work.Versions)
            .Where(work => work.OwnerId == account.AccountId)
            .ToListAsync(cancellationToken);
        foreach (var work in works.Where(work => Hide(work, account.Name)))
        {
            audit.Record(HubUser.System, "Work.AuthorHidden", nameof(Work), work.Id, path: work.OrganizationPath);
            changes.Append(WorkChange.Kind, work.Id);
        }
    }

    private static bool Hide(Work work, string name)
    {
        var named = work.Versions.FindAll(version =>
            !Attribution.IsAskedBy(version.Content.License) && version.Content.Authors.Contains(name)
        );
        foreach (var version in named)
            version.SetContent(
                version.Content with
                {
                    Authors = [.. version.Content.Authors.Select(author => author == name ? Attribution.Anonymous : author)],
                }
            );
        return named.Count > 0;
    }
}
