using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Cli;

/// <summary>Creates an account and prints its one-time code.</summary>
public sealed class AccountCreateCommand(HubDbContext database, AccountService accounts, AccountCodes codes, TimeProvider clock)
    : IHubCommand
{
    private const int WrongArguments = 2;

    public string Verb => "account create";

    public string Usage =>
        "NUMBER NAME [ROLE ORGANISATION-PATH]: create an account (bound to the teacher of that number, if any) and print its code";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not ([_, _] or [_, _, _, _]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        var teacher = await database.Set<Teacher>().SingleOrDefaultAsync(t => t.TeacherNumber == arguments[0], cancellationToken);
        (string Role, string OrganizationId)? holding = arguments is [_, _, var name, var path]
            ? await RoleAsync(name, path, cancellationToken)
            : null;
        var account = Account.Create(clock, arguments[0], arguments[1], teacher?.Mobile, teacher?.Id);
        await accounts.CreateAsync(account);
        if (holding is { } role)
            await accounts.GrantAsync(account.Id, role.Role, role.OrganizationId, cancellationToken);
        Console.WriteLine($"{account.UserName} {await codes.IssueAsync(account, HubUser.System)}");
        return 0;
    }

    private async Task<(string Role, string OrganizationId)> RoleAsync(string role, string path, CancellationToken cancellationToken)
    {
        if (!await database.Set<PortalRole>().AnyAsync(r => r.Name == role, cancellationToken))
            throw new RefusedException("没有名为 {0} 的角色", role);
        var organization = await database.Set<Organization>().SingleOrDefaultAsync(o => o.Path == path, cancellationToken);
        return organization is null ? throw new RefusedException("没有路径为 {0} 的单位", path) : (role, organization.Id);
    }
}
