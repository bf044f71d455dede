using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>What still stands in an organisation when it is to end.</summary>
/// <param name="Teachers">Teachers with a post that runs on the day or later.</param>
/// <param name="Below">Organisations directly or indirectly below that exist on the day.</param>
public sealed record OrganizationContents(int Teachers, int Below);

/// <summary>When an organisation may end: dated, never deleted, and with nobody left behind.</summary>
public static class OrganizationEnding
{
    /// <summary>How long ahead a closing may be entered: the next school year's.</summary>
    public const int MostDaysAhead = 366;

    /// <summary>Refuses to close while somebody works there or something lies below; says what to do.</summary>
    public static void EnsureMayClose(Organization organization, OrganizationContents contents)
    {
        EnsureMayEnd(organization, contents);
        if (contents.Teachers > 0)
            throw new RefusedException(
                "“{0}”从这一天起仍有 {1} 位教师在岗。请先在教师管理里办理调动或离岗，或者改用合并。",
                organization.Name,
                contents.Teachers
            );
    }

    /// <summary>Refuses a merger of unlike organisations, into itself or into one that does not exist.</summary>
    public static void EnsureMayMerge(Organization organization, Organization into, OrganizationContents contents, DateOnly today)
    {
        EnsureMayEnd(organization, contents);
        if (organization.Id == into.Id)
            throw new RefusedException("不能并入自己") { Field = "Into" };
        if (organization.IsSchool != into.IsSchool || into.Kind == OrganizationKind.City)
            throw new RefusedException("学校只能并入学校，县（市、区）只能并入县（市、区）") { Field = "Into" };
        into.EnsureOpen(today, "Into");
    }

    /// <summary>Refuses to bring back what exists, or what would stand below a closed organisation.</summary>
    public static void EnsureMayReopen(Organization organization, Organization? parent, DateOnly day)
    {
        if (organization.ClosedOn is not { } closed)
            throw new RefusedException("“{0}”没有关闭", organization.Name) { Kind = RefusalKind.Conflict };
        if (day < closed)
            throw new RefusedException("恢复日期不能早于关闭日期（{0:yyyy-MM-dd}）", closed) { Field = "On" };
        parent?.EnsureOpen(day);
    }

    /// <summary>Refuses the use of an organisation on a day on which it no longer exists: posts, roles, things below it.</summary>
    /// <param name="organization">Which.</param>
    /// <param name="day">The last day of the use; <see cref="DateOnly.MaxValue"/> where it has no end.</param>
    /// <param name="field">Where it was typed.</param>
    public static void EnsureOpen(this Organization organization, DateOnly day, string? field = null)
    {
        if (!organization.IsOpen(day))
            throw new RefusedException("“{0}”自 {1:yyyy-MM-dd} 起关闭", organization.Name, organization.ClosedOn!) { Field = field };
    }

    private static void EnsureMayEnd(Organization organization, OrganizationContents contents)
    {
        if (organization.Kind == OrganizationKind.City)
            throw new RefusedException("“{0}”是最上级单位，不能关闭或合并", organization.Name);
        if (organization.ClosedOn is { } closed)
            throw new RefusedException("“{0}”已于 {1:yyyy-MM-dd} 关闭", organization.Name, closed) { Kind = RefusalKind.Conflict };
        if (contents.Below > 0)
            throw new RefusedException("“{0}”下面还有 {1} 个单位，请先把它们关闭或调整到别处", organization.Name, contents.Below);
    }
}
