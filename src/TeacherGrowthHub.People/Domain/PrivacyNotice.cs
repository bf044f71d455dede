namespace TeacherGrowthHub.People.Domain;

/// <summary>The notice about personal information (PIPL article 17), shown at <c>/help/privacy</c>. A new wording is a new version: everybody is asked again.</summary>
public static class PrivacyNotice
{
    /// <summary>Its name in <see cref="Consent"/>.</summary>
    public const string Name = "privacy";

    /// <summary>Changed whenever purpose, kind or handling of personal information changes (PIPL article 14).</summary>
    public const string Version = "2026-11";

    /// <summary>From which day this wording holds.</summary>
    public static readonly DateOnly From = new(2026, 11, 26);
}
