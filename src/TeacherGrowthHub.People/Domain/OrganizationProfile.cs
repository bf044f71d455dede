using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>The attributes of an organisation that the policy's rules ask for: forms and workbooks come through here.</summary>
public sealed record OrganizationProfile(
    string? Name,
    IReadOnlyList<string> Stages,
    bool IsUrban = false,
    bool IsLegalPerson = true,
    bool IsBoarding = false,
    int? Classes = null,
    int? Students = null,
    int? AutumnWeeks = null,
    int? SpringWeeks = null
)
{
    private const int MostClasses = 300;
    private const int MostStudents = 30_000;
    private const int MostWeeks = 30;

    /// <summary>The same, cleaned and held against the rules.</summary>
    /// <exception cref="RefusedException">With the property's name as field.</exception>
    public OrganizationProfile Checked() =>
        this with
        {
            Name = Typed.Required(Name, nameof(Name), "单位名称", Organization.MaxNameLength),
            Stages = CheckedStages(),
            Classes = Between(Classes, 0, MostClasses, nameof(Classes), "班级数"),
            Students = Between(Students, 0, MostStudents, nameof(Students), "学生数"),
            AutumnWeeks = Between(AutumnWeeks, 1, MostWeeks, nameof(AutumnWeeks), "秋季学期教学周数"),
            SpringWeeks = Between(SpringWeeks, 1, MostWeeks, nameof(SpringWeeks), "春季学期教学周数"),
        };

    /// <summary>The same for an organisation of that kind: an office is no school and has none of a school's attributes.</summary>
    /// <exception cref="RefusedException">With the property's name as field.</exception>
    public OrganizationProfile CheckedFor(OrganizationKind kind)
    {
        var profile = Checked();
        return kind is OrganizationKind.City or OrganizationKind.County && profile.HasSchoolAttributes
            ? throw new RefusedException("教育体育局没有学段、班级数等学校信息") { Field = nameof(Stages) }
            : profile;
    }

    private bool HasSchoolAttributes =>
        Stages.Count > 0 || IsUrban || IsBoarding || (Classes ?? Students ?? AutumnWeeks ?? SpringWeeks) is not null;

    private List<string> CheckedStages()
    {
        var unknown = Stages.FirstOrDefault(stage => !SchoolStage.Labels.ContainsKey(stage));
        return unknown is null
            ? [.. SchoolStage.Labels.Keys.Where(Stages.Contains)]
            : throw new RefusedException("没有这个学段：{0}", unknown) { Field = nameof(Stages) };
    }

    private static int? Between(int? value, int least, int most, string field, string label) =>
        value is null || (least <= value && value <= most)
            ? value
            : throw new RefusedException("{0}应在 {1} 到 {2} 之间", label, least, most) { Field = field };
}
