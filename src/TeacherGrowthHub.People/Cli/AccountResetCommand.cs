using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Accounts;

namespace TeacherGrowthHub.People.Cli;

/// <summary>Prints a new one-time code for an account whose owner has forgotten the password.</summary>
public sealed class AccountResetCommand(AccountService accounts, AccountCodes codes) : IHubCommand
{
    private const int WrongArguments = 2;

    public string Verb => "account reset";

    public string Usage => "NUMBER-OR-MOBILE: print a new one-time code";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var login])
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        var account = await accounts.FindAsync(login, cancellationToken) ?? throw new RefusedException("没有这个账号：{0}", login);
        Console.WriteLine($"{account.UserName} {await codes.IssueAsync(account, HubUser.System)}");
        return 0;
    }
}
