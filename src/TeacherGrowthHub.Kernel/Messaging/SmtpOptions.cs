using MailKit.Security;

namespace TeacherGrowthHub.Kernel.Messaging;

/// <summary>Section <c>Smtp</c> of the configuration.</summary>
public sealed class SmtpOptions
{
    /// <summary>Name of the server; empty means that no e-mail is sent.</summary>
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;

    /// <summary>Empty sends without signing in.</summary>
    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>Address the messages come from.</summary>
    public string From { get; set; } = "";

    /// <summary>Address of this site that links in messages lead to, <c>https://…</c>; without it no links are sent.</summary>
    public string SiteAddress { get; set; } = "";

    /// <summary>StartTls (default), SslOnConnect (port 465), or None inside a closed network.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;
}
