namespace TeacherGrowthHub.People.Domain;

/// <summary>The address by which authenticator apps take a key (the otpauth format that all of them read).</summary>
public static class AuthenticatorUri
{
    private const int Digits = 6;

    /// <param name="issuer">The site's name, shown in the app.</param>
    /// <param name="account">The account's number.</param>
    /// <param name="key">Base32 key.</param>
    public static string Of(string issuer, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}"
        + $"?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}";
}
