using TeacherGrowthHub.Kernel.Shell;

namespace TeacherGrowthHub.People;

/// <summary>The account's own pages, and the administration of people.</summary>
public sealed class PeopleNavigation : INavigationProvider
{
    public IEnumerable<NavigationItem> Account =>
        [new("个人资料", "/my/profile", 80, "user"), new("修改密码", "/account/password", 81, "lock")];

    public IEnumerable<NavigationItem> Admin =>
        [
            new("教师", "/admin/teachers", 20, "user", PeoplePermissions.ManageTeachers),
            new("资料更正", "/admin/corrections", 21, "edit", PeoplePermissions.ManageTeachers),
            new("新学年", "/admin/year", 22, "calendar-event", PeoplePermissions.ManageTeachers),
        ];
}
