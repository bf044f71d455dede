using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Cli;

/// <summary>Creates an account and prints its one-time code.</summary>
public sealed class AccountCreateCommand(
    HubDbContext database,
    AccountService accounts,
    RoleHoldings holdings,
    AccountCodes codes,
    TimeProvider clock
) : IHubCommand
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
        var account = Account.Create(clock, arguments[0], arguments[1], teacher?.Mobile, teacher?.Id);
        // Without the role there shall be no account either.
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await accounts.CreateAsync(account);
        if (arguments is [_, _, var role, var path])
            await holdings.GrantAsync(account, role, path, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Console.WriteLine($"{account.UserName} {await codes.IssueAsync(account, HubUser.System)}");
        return 0;
    }
}
