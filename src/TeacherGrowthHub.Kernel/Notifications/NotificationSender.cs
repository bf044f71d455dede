using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.Kernel.Notifications;

/// <summary>Modules send; the shell shows. Stored by the caller's SaveChanges.</summary>
public sealed class NotificationSender(HubDbContext database, TimeProvider clock)
{
    /// <param name="accountId">Who gets it.</param>
    /// <param name="link">A path of this site.</param>
    /// <param name="text">Chinese source text with places.</param>
    /// <param name="arguments">What goes into the places.</param>
    public void Send(string accountId, string link, string text, params string[] arguments) =>
        database.Add(
            new Notification
            {
                Id = HubId.New(clock),
                AccountId = accountId,
                Text = text,
                Arguments = [.. arguments],
                Link = link,
                CreatedAt = clock.GetUtcNow().UtcDateTime,
            }
        );
}
