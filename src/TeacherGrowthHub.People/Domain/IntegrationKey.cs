using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People.Domain;

/// <summary>A named key of another system for the HTTP API, with its own permissions at one organisation. Only the secret's hash is kept.</summary>
public sealed class IntegrationKey
{
    /// <summary>What every secret begins with, so that it is told from a person's token.</summary>
    public const string Mark = "hubk_";

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Years a key is good at most.</summary>
    public const int MaxYears = 2;
    private const int PrefixLength = 8;

    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The organisation at which the permissions are held.</summary>
    public required string Path { get; set; }
    public List<string> Permissions { get; init; } = [];

    /// <summary>Lower-case hex SHA-256 of the secret.</summary>
    public required string KeyHash { get; init; }

    /// <summary>The first characters behind <see cref="Mark"/>, to know the key again by.</summary>
    public required string Prefix { get; init; }

    /// <summary>Account of whoever made it; null when the application did.</summary>
    public string? CreatedById { get; init; }
    public required string CreatedBy { get; init; }
    public DateTime CreatedAt { get; init; }

    /// <summary>Last day on which it is good.</summary>
    public DateOnly ExpiresOn { get; init; }
    public DateTime? RevokedAt { get; private set; }

    /// <summary>Last day it was used; null for never.</summary>
    public DateOnly? LastUsedOn { get; init; }

    /// <summary>Makes a key; the secret is known to nobody afterwards.</summary>
    /// <param name="id">Id of the new key.</param>
    /// <param name="form">What was asked for.</param>
    /// <param name="offered">Every permission of the modules.</param>
    /// <param name="creator">Who makes it, and can give no more than may be passed on there.</param>
    /// <param name="today">Today in the site's calendar.</param>
    /// <param name="now">UTC instant.</param>
    /// <exception cref="RefusedException">A field is missing or wrong, or the creator may not pass a permission on.</exception>
    public static (IntegrationKey Key, string Secret) Make(
        string id,
        IntegrationKeyForm form,
        IEnumerable<Permission> offered,
        HubUser creator,
        DateOnly today,
        DateTime now
    )
    {
        form.Ensure(offered, creator, today);
        var secret = Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var key = new IntegrationKey
        {
            Id = id,
            Name = form.Name.Trim(),
            Path = form.Path,
            Permissions = [.. form.Permissions.Distinct()],
            KeyHash = HashOf(secret),
            Prefix = secret.Substring(Mark.Length, PrefixLength),
            CreatedById = creator.AccountId,
            CreatedBy = creator.Name,
            CreatedAt = now,
            ExpiresOn = form.ExpiresOn!.Value,
        };
        return (key, secret);
    }

    /// <summary>The hash under which a secret is stored and found.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether the key opens anything on a day.</summary>
    public bool IsGood(DateOnly today) => RevokedAt is null && today <= ExpiresOn;

    /// <summary>Ends the key at once and for ever.</summary>
    /// <exception cref="RefusedException">It is revoked already.</exception>
    public void Revoke(DateTime now) =>
        RevokedAt = RevokedAt is null ? now : throw new RefusedException("这个密钥已经撤销") { Kind = RefusalKind.Conflict };

    /// <summary>Who asks with this key: no account and no teacher, only what was given to it. The prefix behind the name keeps it apart from the names of people.</summary>
    public HubUser ToUser() =>
        new(null, null, $"{Name}（{Prefix}…）", null, [.. Permissions.Select(permission => new Grant(permission, Path))]);
}
