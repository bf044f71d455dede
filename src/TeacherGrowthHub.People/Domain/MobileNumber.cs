using System.Text.RegularExpressions;

namespace TeacherGrowthHub.People.Domain;

/// <summary>Mainland mobile numbers.</summary>
public static partial class MobileNumber
{
    /// <summary>Eleven digits beginning with 1 and 3–9.</summary>
    public static bool IsValid(string text) => Shape().IsMatch(text);

    /// <summary>The number as it may be shown: <c>138****5678</c>.</summary>
    public static string Mask(string number) => IsValid(number) ? $"{number[..3]}****{number[^4..]}" : "****";

    [GeneratedRegex("^1[3-9][0-9]{9}$")]
    private static partial Regex Shape();
}
