using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Sends by SMTP (MailKit), in the site's name.</summary>
public sealed class SmtpMailSender(IOptions<SmtpOptions> options, SiteSettings settings) : IMailSender
{
    private const int TimeoutMilliseconds = 30_000;
    private readonly SmtpOptions _options = options.Value;

    public bool IsConfigured => _options is { Host.Length: > 0, From.Length: > 0 };

    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage();
        message.From.Add(new MailboxAddress((await settings.GetAsync<SiteProfile>(cancellationToken)).SiteName, _options.From));
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Subject = mail.Subject;
        message.Body = new TextPart(TextFormat.Plain) { Text = mail.Text };
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(_options.Host, _options.Port, _options.Security, cancellationToken);
        if (_options.User.Length > 0)
            await client.AuthenticateAsync(_options.User, _options.Password, cancellationToken);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }
}
