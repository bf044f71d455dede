using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Recipes;

/// <summary>
/// Private step <c>TeacherGrowthHub.DemoAccounts</c>: accounts for trying out, with one password (<c>HUB_DEMO_PASSWORD</c>).
/// Refused in Production. A recipe never carries a password or its hash, and such accounts are not exported.
/// </summary>
public sealed class DemoAccountsStep(
    HubDbContext database,
    AccountService accounts,
    RoleHoldings holdings,
    UserManager<Account> users,
    IHostEnvironment environment,
    IConfiguration configuration
) : IRecipeStep
{
    /// <summary>Setting that holds the demo accounts' password.</summary>
    public const string PasswordKey = "HUB_DEMO_PASSWORD";

    public sealed record HoldingItem(string Role, string Organization);

    public sealed record Item(string AccountId, string Number, string Name, string? TeacherId = null, List<HoldingItem>? Roles = null);

    public string Name => "TeacherGrowthHub.DemoAccounts";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        if (environment.IsProduction())
            throw new RefusedException("正式环境不接受演示账号");
        var password = configuration[PasswordKey] ?? throw new RefusedException("没有设置演示账号的密码（{0}）", PasswordKey);
        foreach (var item in step.Items<Item>("Accounts"))
        {
            if (!HubId.IsValid(item.AccountId))
                throw new RefusedException("账号 {0} 的编号不合规", item.Name);
            var existing = await users.FindByIdAsync(item.AccountId);
            if (existing is not null)
                await SetPasswordAsync(existing, password);
            await GrantAsync(existing ?? await CreateAsync(item, password), item.Roles ?? [], cancellationToken);
            import.Report(existing is null ? RecipeOutcome.Created : RecipeOutcome.Unchanged, Name, item.Number);
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    private async Task<Account> CreateAsync(Item item, string password)
    {
        var account = new Account
        {
            Id = item.AccountId,
            UserName = item.Number,
            DisplayName = item.Name,
            TeacherId = item.TeacherId,
            IsDemo = true,
            LockoutEnabled = true,
        };
        await accounts.CreateAsync(account, password);
        return account;
    }

    private async Task SetPasswordAsync(Account account, string password)
    {
        if (await users.CheckPasswordAsync(account, password))
            return;
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        await users.UpdateSecurityStampAsync(account);
    }

    private async Task GrantAsync(Account account, List<HoldingItem> wanted, CancellationToken cancellationToken)
    {
        var held = await database
            .Set<RoleHolding>()
            .Where(holding => holding.AccountId == account.Id)
            .Select(holding => new HoldingItem(holding.RoleName, holding.Organization!.Path))
            .ToListAsync(cancellationToken);
        foreach (var item in wanted.Except(held))
            await holdings.GrantAsync(account, item.Role, item.Organization, cancellationToken);
    }
}
