using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>
/// A scanned code, kept for the one person who scanned it while the confirmation is read and pressed: nobody else can use it, and the
/// code may change meanwhile.
/// </summary>
public sealed class CheckInTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(3);
    private readonly IDataProtector _protector = protection.CreateProtector("TrainingHours.CheckIn");

    public string Issue(string sessionId, CodePurpose purpose, string accountId) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{sessionId}|{(int)purpose}|{accountId}|{Until}"));

    /// <summary>What the ticket is for; null when it is not this person's, or too old.</summary>
    public CodePurpose? Read(string? ticket, string sessionId, string accountId)
    {
        if (string.IsNullOrEmpty(ticket))
            return null;
        try
        {
            var parts = _protector.Unprotect(ticket).Split('|');
            var isGood =
                parts[0] == sessionId
                && parts[2] == accountId
                && long.Parse(parts[3], CultureInfo.InvariantCulture) >= clock.GetUtcNow().UtcTicks;
            return isGood ? (CodePurpose)int.Parse(parts[1], CultureInfo.InvariantCulture) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private long Until => (clock.GetUtcNow() + Lifetime).UtcTicks;
}
