using System.Globalization;
using System.Text;

namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>Keys under which the same activity or achievement is found again, however it was typed.</summary>
public static class ActivityKeys
{
    /// <summary>A training of this site.</summary>
    public static string OfTraining(string trainingId) => $"training:{trainingId}";

    /// <summary>An activity held elsewhere: title and first and last day. The provider is left out: teachers write it in many ways.</summary>
    public static string OfActivity(string title, DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"{Plain(title)}|{from:yyyy-MM-dd}|{to:yyyy-MM-dd}");

    /// <summary>An achievement, whatever it won where.</summary>
    public static string OfAchievement(string name) => Plain(name);

    // Letters and digits only, full-width as half-width, without case: 《静心》课 and “静心” 课 are one.
    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
