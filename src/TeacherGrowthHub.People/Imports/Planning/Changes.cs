using System.Globalization;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Workbooks;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>Values as workbooks write them, and what differs between two.</summary>
internal static class Changes
{
    /// <summary>A teacher's values by column, as exports write them.</summary>
    public static Dictionary<ImportColumn, string?> Values(TeacherProfile profile) =>
        new()
        {
            [ImportColumns.Teachers.Number] = profile.TeacherNumber,
            [ImportColumns.Teachers.Name] = profile.Name,
            [ImportColumns.Teachers.Mobile] = profile.Mobile,
            [ImportColumns.Teachers.Stage] = profile.Stage is null ? null : SchoolStage.Labels[profile.Stage],
            [ImportColumns.Teachers.Subject] = profile.Subject,
            [ImportColumns.Teachers.Title] = profile.Title,
            [ImportColumns.Teachers.Certificate] = profile.Certificate,
            [ImportColumns.Teachers.ServiceFrom] = Text(profile.ServiceFrom),
            [ImportColumns.Teachers.Status] = StatusLabels.Of(profile.Status),
        };

    /// <summary>An organisation's values by column.</summary>
    public static Dictionary<ImportColumn, string?> Values(OrganizationProfile profile) =>
        new()
        {
            [ImportColumns.Organizations.Name] = profile.Name,
            [ImportColumns.Organizations.Stages] = string.Join(
                '、',
                profile.Stages.Select(stage => SchoolStage.Labels.GetValueOrDefault(stage, stage))
            ),
            [ImportColumns.Organizations.Urban] = Text(profile.IsUrban),
            [ImportColumns.Organizations.Legal] = Text(profile.IsLegalPerson),
            [ImportColumns.Organizations.Boarding] = Text(profile.IsBoarding),
            [ImportColumns.Organizations.Classes] = Text(profile.Classes),
            [ImportColumns.Organizations.Students] = Text(profile.Students),
            [ImportColumns.Organizations.Autumn] = Text(profile.AutumnWeeks),
            [ImportColumns.Organizations.Spring] = Text(profile.SpringWeeks),
        };

    /// <summary>The columns in which two differ, mobile numbers masked.</summary>
    public static List<FieldChange> Between(Dictionary<ImportColumn, string?> before, Dictionary<ImportColumn, string?> after) =>
        [
            .. after
                .Where(pair => (pair.Value ?? "") != (before.GetValueOrDefault(pair.Key) ?? ""))
                .Select(pair => new FieldChange(
                    pair.Key.Header,
                    Shown(pair.Key, before.GetValueOrDefault(pair.Key)),
                    Shown(pair.Key, pair.Value)
                )),
        ];

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(bool value) => value ? WorkbookWords.Yes : WorkbookWords.No;

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Shown(ImportColumn column, string? value) =>
        string.IsNullOrEmpty(value) ? null
        : column == ImportColumns.Teachers.Mobile ? MobileNumber.Mask(value)
        : value;
}
