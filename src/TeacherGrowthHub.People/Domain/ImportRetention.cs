using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Settings;

namespace TeacherGrowthHub.People.Domain;

/// <summary>Settings section: how long workbooks of imports and their reports are kept. They are full of names and mobile numbers.</summary>
public sealed class ImportRetention : ICheckedSettings
{
    /// <summary>Fewest days: an import is looked at again the day after.</summary>
    public const int MinDays = 1;

    /// <summary>Days after the upload; the line of the import with its numbers stays for ever.</summary>
    public int Days { get; set; } = 30;

    public void Check()
    {
        if (Days < MinDays)
            throw new RefusedException("导入的表格至少保留 {0} 天", MinDays) { Field = nameof(Days) };
    }
}
