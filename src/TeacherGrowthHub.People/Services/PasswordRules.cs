using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services;

/// <summary>Refuses passwords that anybody who knows the person would try first.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsGuessable(user, password ?? "") ? Refuse() : IdentityResult.Success);

    private static bool IsGuessable(Account account, string password) =>
        password.Distinct().Count() < 4
        || Contains(password, account.UserName)
        || Contains(password, account.PhoneNumber)
        || Contains(password, account.DisplayName);

    private static bool Contains(string password, string? part) =>
        part is { Length: > 1 } && password.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static IdentityResult Refuse() =>
        IdentityResult.Failed(
            new IdentityError { Code = "Guessable", Description = "密码不能含有工号、手机号或姓名，也不能只用两三个字符反复组成" }
        );
}
