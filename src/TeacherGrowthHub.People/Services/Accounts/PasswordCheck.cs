using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.SignIn;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>The first step of every sign-in, by page or API: number and password, counted against guessing.</summary>
public sealed class PasswordCheck(
    AccountService accounts,
    SignInManager<Account> signIn,
    SignInThrottle throttle,
    AccountScopes scopes,
    AuditTrail audit,
    HubDbContext database,
    IHttpContextAccessor http
)
{
    private const string Wrong = "工号、手机号或密码不对，还可以再试 {0} 次。";
    private const string WrongUnknown = "工号、手机号或密码不对。";
    private const string Locked = "错误次数太多，账号已锁定 {0} 分钟。忘记密码可以向本校管理员索取一次性代码。";

    /// <summary>The account whose number and password these are.</summary>
    /// <exception cref="RefusedException">Wrong, locked, closed, or too many failures from this address.</exception>
    public async Task<Account> EnsureAsync(string login, string password, CancellationToken cancellationToken)
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress;
        throttle.EnsureOpen(address);
        var account = await accounts.FindAsync(login, cancellationToken);
        if (account is null || account.ClosedAt is not null)
        {
            throttle.Fail(address);
            throw new RefusedException(WrongUnknown);
        }
        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (result.Succeeded)
            return account;
        throttle.Fail(address);
        await RecordAsync(account, result);
        throw result.IsLockedOut
            ? new RefusedException(Locked, (int)signIn.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes)
            : new RefusedException(Wrong, signIn.Options.Lockout.MaxFailedAccessAttempts - account.AccessFailedCount);
    }

    private async Task RecordAsync(Account account, SignInResult result)
    {
        audit.Record(
            HubUser.Guest,
            result.IsLockedOut ? AccountActions.Locked : AccountActions.SignInFailed,
            nameof(Account),
            account.Id,
            path: await scopes.PathOfAsync(account.Id)
        );
        await database.SaveChangesAsync();
    }
}
