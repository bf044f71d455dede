using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Teachers;

/// <summary>Who keeps whose record: whoever may at the present school, or at the last one where there is none.</summary>
public static class TeacherAccess
{
    /// <summary>The school that keeps the record; null for somebody without any post. Posts must be loaded with their organisations.</summary>
    public static Organization? KeeperOn(this Teacher teacher, DateOnly day) => teacher.KeepingPostOn(day)?.Organization;

    /// <summary>The post that says which school keeps the record; null for somebody without any.</summary>
    public static TeacherPost? KeepingPostOn(this Teacher teacher, DateOnly day) =>
        teacher.PostOn(day) ?? teacher.Posts.MaxBy(post => (!post.IsSecondary, post.From));

    /// <summary>Whether the person may keep this record on that day.</summary>
    public static bool MayKeep(this HubUser user, Teacher teacher, DateOnly day) =>
        teacher.KeeperOn(day) is { } school ? user.Can(PeoplePermissions.ManageTeachers, school.Path) : user.KeepsTheCity();

    /// <summary>Whether the person keeps teachers' records of the whole city.</summary>
    public static bool KeepsTheCity(this HubUser user) => user.Scopes(PeoplePermissions.ManageTeachers).Any(IsWholeCity);

    private static bool IsWholeCity(string scope) => OrganizationPath.Depth(scope) <= 1;
}
