using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.People.Domain;

/// <summary>
/// A way to sign in. The user name is the teacher number (工号); <c>PhoneNumber</c> the mobile number, both unique.
/// </summary>
public sealed class Account : IdentityUser<string>
{
    /// <summary>The teacher it belongs to; null for accounts of an office.</summary>
    public string? TeacherId { get; set; }
    public Teacher? Teacher { get; set; }
    public required string DisplayName { get; set; }

    /// <summary>The office it was made for; null for accounts of teachers.</summary>
    public string? OrganizationId { get; set; }
    public Organization? Organization { get; set; }

    /// <summary>The import that made it; null when made one by one.</summary>
    public string? ImportBatchId { get; set; }

    /// <summary>Hash of the one-time code; null when none is open.</summary>
    public string? ActivationCodeHash { get; set; }
    public DateTime? ActivationExpiresAt { get; set; }

    /// <summary>Whether a new password must be set before anything else is opened.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When its owner closed it; personal fields are cleared then, and it can no longer be signed in to.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Whether its owner has set a password.</summary>
    public bool IsActivated => PasswordHash is not null;

    /// <summary>For trying out; such accounts are refused in Production.</summary>
    public bool IsDemo { get; set; }

    /// <summary>A new account without a password: its owner sets one with the one-time code.</summary>
    public static Account Create(TimeProvider clock, string number, string name, string? mobile = null, string? teacherId = null) =>
        new()
        {
            Id = HubId.New(clock),
            UserName = number,
            DisplayName = name,
            PhoneNumber = mobile,
            TeacherId = teacherId,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
}
