using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Tells people about trainings; stored by the caller's SaveChanges.</summary>
public sealed class TrainingNotices(HubDbContext database, TeacherLookup teachers, PeopleDirectory people, NotificationSender sender)
{
    /// <summary>Everybody who has a place or waits for one.</summary>
    public async Task TellEnrolledAsync(Training training, string text, CancellationToken cancellationToken, params string[] further)
    {
        var ids = await database
            .Set<Enrolment>()
            .Where(enrolment => enrolment.TrainingId == training.Id && enrolment.State != EnrolmentState.Cancelled)
            .Select(enrolment => enrolment.TeacherId)
            .ToListAsync(cancellationToken);
        await TellAsync(training, ids, text, cancellationToken, further);
    }

    /// <summary>Some teachers.</summary>
    public async Task TellAsync(
        Training training,
        IReadOnlyCollection<string> teacherIds,
        string text,
        CancellationToken cancellationToken,
        params string[] further
    )
    {
        foreach (var account in (await teachers.AccountsAsync(teacherIds, cancellationToken)).Values)
            sender.Send(account, $"/trainings/{training.Id}", text, [training.Title, .. further]);
    }

    /// <summary>Those who may approve it.</summary>
    public async Task TellApproversAsync(Training training, CancellationToken cancellationToken)
    {
        var holders = await people.HoldersAsync(HoursPermissions.Plan, training.ApprovalPath, cancellationToken);
        foreach (var holder in holders.Where(holder => holder.Path == holders[0].Path).DistinctBy(holder => holder.AccountId))
            sender.Send(holder.AccountId, $"/trainings/manage/{training.Id}", "培训《{0}》等待您批准", training.Title);
    }

    /// <summary>Who planned it.</summary>
    public void TellPlanner(Training training, string text, params string[] further) =>
        sender.Send(training.CreatedById, $"/trainings/manage/{training.Id}", text, [training.Title, .. further]);
}
