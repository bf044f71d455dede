using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>New accounts, made by an administrator: for teachers who have none, and for people of an office.</summary>
public sealed class AccountCreation(HubDbContext database, AccountService accounts, TimeProvider clock)
{
    /// <summary>Longest number of an account, in characters.</summary>
    public const int MaxNumberLength = 40;

    /// <summary>Teachers in post within scope who have no account, in the order of schools and numbers.</summary>
    public Task<List<Teacher>> WithoutAsync(HubUser user, int limit, CancellationToken cancellationToken = default) =>
        Without(user).AsNoTracking().OrderBy(t => t.PresentPath).ThenBy(t => t.TeacherNumber).Take(limit).ToListAsync(cancellationToken);

    /// <summary>How many those are.</summary>
    public Task<int> CountWithoutAsync(HubUser user, CancellationToken cancellationToken = default) =>
        Without(user).CountAsync(cancellationToken);

    /// <summary>Makes accounts for teachers within scope who have none, all or none of them.</summary>
    /// <returns>The new accounts' ids.</returns>
    public async Task<IReadOnlyList<string>> ForTeachersAsync(
        HubUser user,
        IReadOnlyCollection<string> teacherIds,
        CancellationToken cancellationToken = default
    )
    {
        if (teacherIds.Count == 0)
            throw new RefusedException("请先选中要创建账号的老师");
        var teachers = await Without(user).Where(teacher => teacherIds.Contains(teacher.Id)).ToListAsync(cancellationToken);
        if (teachers.Count < teacherIds.Distinct().Count())
            throw new RefusedException("选中的老师里有人已有账号，或不在您的管理范围内") { Kind = RefusalKind.NotFound };
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var ids = new List<string>();
        foreach (var teacher in teachers)
        {
            var account = Account.Create(clock, teacher.TeacherNumber, teacher.Name, teacher.Mobile, teacher.Id);
            await accounts.CreateAsync(user, account, path: teacher.PresentPath);
            ids.Add(account.Id);
        }
        await transaction.CommitAsync(cancellationToken);
        return ids;
    }

    /// <summary>Makes an account for somebody of an office.</summary>
    /// <param name="user">The administrator.</param>
    /// <param name="number">What it is signed in with.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="path">The office's organisation.</param>
    /// <param name="cancellationToken">The request.</param>
    public async Task<Account> ForOfficeAsync(
        HubUser user,
        string? number,
        string? name,
        string? path,
        CancellationToken cancellationToken = default
    )
    {
        var typed = number?.Trim() ?? "";
        if (typed.Length is 0 or > MaxNumberLength || typed.Any(char.IsWhiteSpace) || typed.Any(char.IsControl))
            throw new RefusedException("请填写工号，最多{0}个字符，中间不留空格", MaxNumberLength) { Field = "Number" };
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > Teacher.MaxNameLength || name.Any(char.IsControl))
            throw new RefusedException("请填写姓名，最多{0}个字", Teacher.MaxNameLength) { Field = "Name" };
        var organization = user.Can(PeoplePermissions.ManageAccounts, path)
            ? await database.Set<Organization>().SingleOrDefaultAsync(o => o.Path == path, cancellationToken)
            : null;
        if (organization is null)
            throw new RefusedException("请选择管理范围内的单位") { Field = "Organization" };
        // Otherwise whoever has that number could no longer sign in with it.
        if (await accounts.FindAsync(typed, cancellationToken) is not null)
            throw new RefusedException("这个工号已有账号") { Field = "Number" };
        if (await database.Set<Teacher>().AnyAsync(teacher => teacher.TeacherNumber == typed, cancellationToken))
            throw new RefusedException("这是一位教师的工号，请在“还没有账号的老师”里创建") { Field = "Number" };
        var account = Account.Create(clock, typed, name.Trim());
        account.OrganizationId = organization.Id;
        await accounts.CreateAsync(user, account, path: organization.Path);
        return account;
    }

    private IQueryable<Teacher> Without(HubUser user) =>
        database
            .Set<Teacher>()
            .Where(t => t.PresentPath != null && (t.Status == TeacherStatus.InPost || t.Status == TeacherStatus.OnLeave))
            .Within(t => t.PresentPath!, user.Scopes(PeoplePermissions.ManageAccounts))
            .Where(teacher => !database.Set<Account>().Any(account => account.TeacherId == teacher.Id));
}
