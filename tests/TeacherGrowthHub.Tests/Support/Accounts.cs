using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>Shortcuts to the stored account of a test's person.</summary>
public static class Accounts
{
    /// <summary>Changes the stored account.</summary>
    public static Task ChangeAccountAsync(this TestSite site, HubUser user, Action<Account> change) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            change(await database.Set<Account>().SingleAsync(account => account.Id == user.AccountId));
            await database.SaveChangesAsync();
        });

    /// <summary>Gives an account a role at an organisation.</summary>
    public static async Task GrantAsync(this TestSite site, HubUser user, string role, string path)
    {
        var login = await new Cast(site).LoginOfAsync(user);
        await site.InScopeAsync(services => services.GetRequiredService<RoleHoldings>().GrantAsync(login, role, path, HubUser.System));
    }

    /// <summary>Does something with a service and the stored account.</summary>
    public static Task<TResult> WithAccountAsync<TService, TResult>(
        this TestSite site,
        string accountId,
        Func<TService, Account, Task<TResult>> run
    )
        where TService : notnull =>
        site.InScopeAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<Account>>();
            return await run(services.GetRequiredService<TService>(), (await users.FindByIdAsync(accountId))!);
        });
}
