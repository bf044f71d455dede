using System.Globalization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.ResourceBank.Domain;

namespace TeacherGrowthHub.ResourceBank.Services;

/// <summary>Citation of an electronic document by GB/T 7714—2015: authors. title[EB/OL]. edition. (update)[cited]. address.</summary>
public static class Citation
{
    private const int MaxAuthors = 3;

    // Fixed by the standard whatever the language of the page.
    private const string AndOthers = "等";
    private const string EditionFormat = "第{0}版";

    /// <summary>The citation of a published version; null for samples, which are not to be cited.</summary>
    /// <param name="view">The version.</param>
    /// <param name="today">Day of citing, in Asia/Shanghai.</param>
    /// <param name="address">Full address of the work.</param>
    public static string? Of(WorkView view, DateOnly today, string address)
    {
        if (view.Work.IsSample || view.Version.PublishedAt is not { } published)
            return null;
        var edition =
            view.Version.Number == 1 ? "" : string.Format(CultureInfo.InvariantCulture, EditionFormat, view.Version.Number) + ". ";
        return $"{Authors(view.Content.Authors)}. {view.Content.Title}[EB/OL]. {edition}({Day(SchoolCalendar.DayOf(published))})[{Day(today)}]. {address}.";
    }

    private static string Authors(IReadOnlyList<string> names) =>
        string.Join(", ", names.Count > MaxAuthors ? [.. names.Take(MaxAuthors), AndOthers] : names);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
