namespace TeacherGrowthHub.People.Domain;

/// <summary>An attribute that is not reported yet, and the rule that waits for it.</summary>
/// <param name="Field">Name of the attribute, as Chinese source text.</param>
/// <param name="Reason">What needs it, as Chinese source text.</param>
public sealed record OrganizationGap(string Field, string Reason)
{
    /// <summary>What a school has not reported; an office reports nothing. Teaching weeks are no gap: without them the calendar's count.</summary>
    public static IReadOnlyList<OrganizationGap> Of(Organization organization) =>
        organization.IsSchool ? [.. All(organization).Where(gap => gap.IsMissing).Select(gap => gap.Gap)] : [];

    // Policy items 一 (class hours by class), 五 (two committee members per class), home visits by the number of students enrolled.
    private static IEnumerable<(bool IsMissing, OrganizationGap Gap)> All(Organization organization) =>
        [
            (organization.Stages.Count == 0, new("学段", "折算课时、确定统计范围时要用")),
            (organization.Classes is null, new("班级数", "核对每班每两周 1 课时、每班 2 名心理委员时要用")),
            (organization.Students is null, new("学生数", "计算家访覆盖率时要用")),
        ];
}
