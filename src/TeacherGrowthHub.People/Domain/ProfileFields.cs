using System.Globalization;

namespace TeacherGrowthHub.People.Domain;

/// <summary>A field of the record that its teacher may ask to have corrected.</summary>
/// <param name="Name">Name of the property.</param>
/// <param name="Label">Chinese source text.</param>
/// <param name="Read">The value as text; null when nothing is registered.</param>
/// <param name="Write">The profile with another value.</param>
public sealed record ProfileField(
    string Name,
    string Label,
    Func<TeacherProfile, string?> Read,
    Func<TeacherProfile, string?, TeacherProfile> Write
);

/// <summary>Differences between profiles, field by field, and back.</summary>
public static class ProfileFields
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>What a teacher may ask for. The number and the status are the school's.</summary>
    public static readonly IReadOnlyList<ProfileField> All =
    [
        new(nameof(TeacherProfile.Name), "姓名", p => p.Name, (p, value) => p with { Name = value }),
        new(nameof(TeacherProfile.Mobile), "手机号", p => p.Mobile, (p, value) => p with { Mobile = value }),
        new(nameof(TeacherProfile.Stage), "任教学段", p => p.Stage, (p, value) => p with { Stage = value }),
        new(nameof(TeacherProfile.Subject), "任教学科", p => p.Subject, (p, value) => p with { Subject = value }),
        new(nameof(TeacherProfile.Title), "职称", p => p.Title, (p, value) => p with { Title = value }),
        new(nameof(TeacherProfile.Certificate), "心理健康教育证书", p => p.Certificate, (p, value) => p with { Certificate = value }),
        new(
            nameof(TeacherProfile.ServiceFrom),
            "参加工作时间",
            p => p.ServiceFrom?.ToString(Day, CultureInfo.InvariantCulture),
            (p, value) => p with { ServiceFrom = value is null ? null : DateOnly.ParseExact(value, Day, CultureInfo.InvariantCulture) }
        ),
    ];

    /// <summary>The fields in which two checked profiles differ.</summary>
    public static List<FieldCorrection> Between(TeacherProfile before, TeacherProfile after) =>
        [
            .. All.Where(field => field.Read(before) != field.Read(after))
                .Select(field => new FieldCorrection
                {
                    Field = field.Name,
                    Before = field.Read(before),
                    After = field.Read(after),
                }),
        ];

    /// <summary>A profile with corrections put in; to be checked again, because rules and record may have changed since.</summary>
    public static TeacherProfile With(this TeacherProfile profile, IEnumerable<FieldCorrection> corrections) =>
        corrections.Aggregate(profile, (all, correction) => Of(correction).Write(all, correction.After));

    /// <summary>The field of a correction.</summary>
    public static ProfileField Of(FieldCorrection correction) => All.Single(field => field.Name == correction.Field);

    /// <summary>A value as it may be shown: the mobile number masked, a stage by its name (source text).</summary>
    public static string? Shown(string field, string? value) =>
        field switch
        {
            nameof(TeacherProfile.Mobile) => value is null ? null : MobileNumber.Mask(value),
            nameof(TeacherProfile.Stage) => value is null ? null : SchoolStage.Labels.GetValueOrDefault(value, value),
            _ => value,
        };
}
