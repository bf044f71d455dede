using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Tells the nearest reviewers of a submission: the school's, or, where it has none but the author, the county's, the city's.</summary>
public sealed class ReviewerNotice(HubDbContext database, WorkLoader works, PeopleDirectory people, NotificationSender notifications)
    : IOutboxHandler<WorkSubmitted>
{
    public async Task HandleAsync(WorkSubmitted message, CancellationToken cancellationToken)
    {
        var work = await works.FindAsync(message.WorkId, cancellationToken);
        if (work?.Working is not { State: VersionState.Submitted } version)
            return;
        var holders = await people.HoldersAsync(ResourcePermissions.Review, work.OrganizationPath, cancellationToken);
        var others = holders.Where(holder => holder.AccountId != work.OwnerId).ToList();
        foreach (var holder in others.Where(holder => holder.Path == others[0].Path).DistinctBy(holder => holder.AccountId))
            notifications.Send(holder.AccountId, $"/review/{work.Id}", "《{0}》等待您审核（{1}）", version.Title, work.School);
        await database.SaveChangesAsync(cancellationToken);
    }
}
