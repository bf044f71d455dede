using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>What an administrator of accounts looks for.</summary>
/// <param name="Text">Part of a name, or the beginning of a number.</param>
/// <param name="State">Only accounts that stand so.</param>
/// <param name="Page">From 1.</param>
/// <param name="Organization">Path of the only organisation, with what lies below it; null lists the whole scope.</param>
public sealed record AccountQuery(string? Text, AccountState? State, int Page, string? Organization = null);

/// <summary>A line of the list.</summary>
public sealed record AccountLine(string Id, string Number, string Name, string? Organization, AccountState State, bool HasSecondFactor);

/// <summary>A page of the list and how many lines there are.</summary>
public sealed record AccountPage(IReadOnlyList<AccountLine> Lines, int Total, int Pages);

/// <summary>The accounts somebody may manage: of teachers by their present school, of offices by the office or a role held.</summary>
public sealed class AccountList(HubDbContext database, TimeProvider clock)
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 50;

    /// <summary>The accounts within somebody's scope, to be filtered further.</summary>
    public IQueryable<Account> Within(HubUser user)
    {
        var scopes = user.Scopes(PeoplePermissions.ManageAccounts);
        var teachers = database.Set<Teacher>().Where(t => t.PresentPath != null).Within(t => t.PresentPath!, scopes).Select(t => t.Id);
        var offices = database.Set<Organization>().Within(o => o.Path, scopes).Select(o => o.Id);
        var holders = database.Set<RoleHolding>().Within(h => h.Organization!.Path, scopes).Select(h => h.AccountId);
        return database
            .Set<Account>()
            .Where(account =>
                teachers.Contains(account.TeacherId!)
                || offices.Contains(account.OrganizationId!)
                || (account.OrganizationId == null && account.Teacher!.PresentPath == null && holders.Contains(account.Id))
            );
    }

    /// <summary>One page, in the order of numbers.</summary>
    public async Task<AccountPage> SearchAsync(HubUser user, AccountQuery query, CancellationToken cancellationToken)
    {
        var found = await FilterAsync(Matching(At(Within(user), query.Organization), query.Text), query.State, cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var rows = await found
            .AsNoTracking()
            .OrderBy(account => account.NormalizedUserName)
            .Skip((Math.Clamp(query.Page, 1, pages) - 1) * PageSize)
            .Take(PageSize)
            .Select(account => new
            {
                Account = account,
                Path = account.Teacher!.PresentPath
                    ?? account.Organization!.Path
                    ?? database
                        .Set<RoleHolding>()
                        .Where(holding => holding.AccountId == account.Id)
                        .Min(holding => holding.Organization!.Path),
            })
            .ToListAsync(cancellationToken);
        var paths = rows.Select(row => row.Path).OfType<string>().Distinct().ToList();
        var names = await database
            .Set<Organization>()
            .Where(o => paths.Contains(o.Path))
            .ToDictionaryAsync(o => o.Path, o => o.Name, cancellationToken);
        return new([.. rows.Select(row => LineOf(row.Account, row.Path is null ? null : names.GetValueOrDefault(row.Path)))], total, pages);
    }

    private AccountLine LineOf(Account account, string? organization) =>
        new(account.Id, account.UserName!, account.DisplayName, organization, account.StateAt(clock.GetUtcNow()), account.TwoFactorEnabled);

    private static IQueryable<Account> At(IQueryable<Account> accounts, string? path) =>
        path is null ? accounts : accounts.Within(account => account.Teacher!.PresentPath ?? account.Organization!.Path, [path]);

    private static IQueryable<Account> Matching(IQueryable<Account> accounts, string? text)
    {
        var typed = text?.Normalize(System.Text.NormalizationForm.FormKC).Trim() ?? "";
        if (typed.Length == 0)
            return accounts;
        var number = typed.ToUpperInvariant();
        return accounts.Where(account => account.NormalizedUserName!.StartsWith(number) || account.DisplayName.Contains(typed));
    }

    private async Task<IQueryable<Account>> FilterAsync(
        IQueryable<Account> accounts,
        AccountState? state,
        CancellationToken cancellationToken
    )
    {
        if (state is null)
            return accounts;
        if (state == AccountState.Closed)
            return accounts.Where(account => account.ClosedAt != null);
        var open = accounts.Where(account => account.ClosedAt == null);
        var locked = await LockedAsync(open, cancellationToken);
        return state switch
        {
            AccountState.Locked => open.Where(account => locked.Contains(account.Id)),
            AccountState.NotActivated => open.Where(account => account.PasswordHash == null && !locked.Contains(account.Id)),
            _ => open.Where(account => account.PasswordHash != null && !locked.Contains(account.Id)),
        };
    }

    // EF's SQLite compares no DateTimeOffset; few accounts have ever been locked.
    private async Task<List<string>> LockedAsync(IQueryable<Account> accounts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ever = await accounts
            .Where(account => account.LockoutEnd != null)
            .Select(account => new { account.Id, account.LockoutEnd })
            .ToListAsync(cancellationToken);
        return [.. ever.Where(account => account.LockoutEnd > now).Select(account => account.Id)];
    }
}
