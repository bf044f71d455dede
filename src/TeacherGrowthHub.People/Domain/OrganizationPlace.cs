using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;

namespace TeacherGrowthHub.People.Domain;

/// <summary>Where an organisation may stand: counties and city-run schools below the city, schools below a county, nothing below a school.</summary>
public static class OrganizationPlace
{
    /// <summary>The code as typed, held against what a path can carry.</summary>
    /// <exception cref="RefusedException">Empty, too long or with other characters.</exception>
    public static string CheckedCode(string? code)
    {
        var clean = Typed.Required(code, nameof(Organization.Code), "代码", Organization.MaxCodeLength);
        return OrganizationPath.IsCode(clean)
            ? clean
            : throw new RefusedException("代码只能用小写字母、数字和连字符") { Field = nameof(Organization.Code) };
    }

    /// <summary>Refuses a kind that does not lie below that parent, a closed parent, and a path that is too long.</summary>
    public static void EnsureMayLieBelow(OrganizationKind kind, string code, Organization parent, DateOnly today)
    {
        var isRight = (parent.Kind, kind) switch
        {
            (OrganizationKind.City, OrganizationKind.County or OrganizationKind.CityRunSchool) => true,
            (OrganizationKind.County, OrganizationKind.School) => true,
            _ => false,
        };
        if (!isRight)
            throw new RefusedException("“{0}”下面不能设{1}", parent.Name, kind.Label()) { Field = "Parent" };
        parent.EnsureOpen(today, "Parent");
        if (OrganizationPath.Child(parent.Path, code).Length > OrganizationPath.MaxLength)
            throw new RefusedException("代码太长，加上上级单位后超过 {0} 个字符", OrganizationPath.MaxLength)
            {
                Field = nameof(Organization.Code),
            };
    }

    /// <summary>Refuses a move that leads nowhere, into itself, or to or from where nothing exists any more.</summary>
    public static void EnsureMayMove(Organization organization, Organization parent, string code, DateOnly today)
    {
        organization.EnsureOpen(today);
        if (OrganizationPath.Contains(organization.Path, parent.Path))
            throw new RefusedException("不能放到自己或自己的下级单位下面") { Field = "Parent" };
        if (organization.ParentId == parent.Id)
            throw new RefusedException("“{0}”已经在“{1}”下面", organization.Name, parent.Name) { Field = "Parent" };
        EnsureMayLieBelow(KindBelow(organization, parent), code, parent, today);
    }

    /// <summary>A school is 市直属学校 directly below the city and a county's school elsewhere; every other kind stays what it is.</summary>
    public static OrganizationKind KindBelow(Organization organization, Organization parent) =>
        !organization.IsSchool ? organization.Kind
        : parent.Kind == OrganizationKind.City ? OrganizationKind.CityRunSchool
        : OrganizationKind.School;
}
