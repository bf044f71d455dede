using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.TrainingHours.Domain.Reminders;

namespace TeacherGrowthHub.TrainingHours.Services.Reminders;

/// <summary>Changes when and how the site reminds.</summary>
public sealed class ReminderPlan(HubDbContext database, SiteSettings settings, AuditTrail audit)
{
    /// <exception cref="RefusedException">A day that is none, no way to remind, or no right to it.</exception>
    public async Task ChangeAsync(ReminderSettings wanted, HubUser user, CancellationToken cancellationToken = default)
    {
        if (!user.Can(HoursPermissions.ManageRules))
            throw new RefusedException("您不能修改提醒设置") { Kind = RefusalKind.Forbidden };
        var before = await settings.GetAsync<ReminderSettings>(cancellationToken);
        await settings.SetAsync(wanted, cancellationToken);
        audit.Record(user, "Reminders.Changed", nameof(ReminderSettings), nameof(ReminderSettings), before, wanted);
        await database.SaveChangesAsync(cancellationToken);
    }
}
