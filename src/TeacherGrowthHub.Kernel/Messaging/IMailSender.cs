namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>A plain-text message to one address.</summary>
/// <param name="To">E-mail address.</param>
/// <param name="Subject">Subject, in the reader's language.</param>
/// <param name="Text">Body.</param>
public sealed record Mail(string To, string Subject, string Text);

/// <summary>
/// The seam to the mail server. Called by handlers of the outbox, never by a page: a server that is down must not lose a message.
/// Secrets are made by the handler as it sends, so none lies in the outbox.
/// </summary>
public interface IMailSender
{
    /// <summary>Whether a server is configured; without one nothing offers e-mail.</summary>
    bool IsConfigured { get; }

    /// <summary>Hands a message to the server; throws when it is not taken, and the outbox tries again.</summary>
    Task SendAsync(Mail mail, CancellationToken cancellationToken);
}
