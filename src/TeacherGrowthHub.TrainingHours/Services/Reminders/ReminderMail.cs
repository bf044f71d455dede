using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.TrainingHours.Services.Reminders;

/// <summary>A reminder on its way by e-mail.</summary>
/// <param name="Link">A path of this site.</param>
public sealed record ReminderMail(string AccountId, string Text, string Link);

/// <summary>Sends reminders to addresses that their owners have proved.</summary>
public sealed class ReminderMailHandler(IMailSender mail, TeacherContacts contacts, IOptions<SmtpOptions> options, IStringLocalizer texts)
    : IOutboxHandler<ReminderMail>
{
    public async Task HandleAsync(ReminderMail message, CancellationToken cancellationToken)
    {
        if (!mail.IsConfigured || await contacts.EmailOfAsync(message.AccountId, cancellationToken) is not { } address)
            return;
        var link = options.Value.SiteAddress.Length > 0 ? "\n\n" + options.Value.SiteAddress.TrimEnd('/') + message.Link : "";
        await mail.SendAsync(new Mail(address, texts["学时提醒"], message.Text + link), cancellationToken);
    }
}
