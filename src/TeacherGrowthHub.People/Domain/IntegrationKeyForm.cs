using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;

namespace TeacherGrowthHub.People.Domain;

/// <summary>What is asked for a new <see cref="IntegrationKey"/>.</summary>
/// <param name="Name">The other system's name.</param>
/// <param name="Path">The organisation it works for.</param>
/// <param name="Permissions">Names of permissions.</param>
/// <param name="ExpiresOn">Last day on which the key is good.</param>
public sealed record IntegrationKeyForm(string Name, string Path, IReadOnlyList<string> Permissions, DateOnly? ExpiresOn)
{
    internal void Ensure(IEnumerable<Permission> offered, HubUser creator, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > IntegrationKey.MaxNameLength)
            throw new RefusedException("请填写系统名称，不超过 {0} 个字", IntegrationKey.MaxNameLength) { Field = nameof(Name) };
        if (ExpiresOn is not { } last || last < today || last > today.AddYears(IntegrationKey.MaxYears))
            throw new RefusedException("有效期从今天起，最长 {0} 年", IntegrationKey.MaxYears) { Field = nameof(ExpiresOn) };
        EnsurePermissions([.. offered.Where(permission => permission.IsForIntegrations).Select(permission => permission.Name)], creator);
    }

    private void EnsurePermissions(IReadOnlyCollection<string> offered, HubUser creator)
    {
        if (Permissions.Count == 0 || Permissions.Except(offered).Any())
            throw new RefusedException("请选择可以给外部系统的权限") { Field = nameof(Permissions) };
        if (Permissions.Any(permission => !creator.MayPassOn(permission, Path)))
            throw new RefusedException("密钥的权限不能超出您在这个单位的权限") { Kind = RefusalKind.Forbidden };
    }
}
