using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;

namespace TeacherGrowthHub.TrainingHours.Services.Reminders;

/// <summary>When somebody was reminded of hours, as a teacher or as an officer.</summary>
internal sealed class ReminderPersonalData(HubDbContext database) : IPersonalDataSource
{
    public string Name => "hour-reminders";

    public IReadOnlyCollection<Type> Covers => [typeof(ReminderSent)];

    public Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        string[] own = [.. new[] { owner.TeacherId, owner.AccountId }.OfType<string>()];
        var rows = database.Set<ReminderSent>().AsNoTracking().Where(row => own.Contains(row.RecipientId)).OrderBy(row => row.Day);
        return archive.AddAsync("reminders.json", rows.AsAsyncEnumerable(), cancellationToken);
    }
}
