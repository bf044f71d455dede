using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Refuses passwords that a guesser reaches soon; administrators' must hold out longer.</summary>
public sealed class PasswordRules(HubDbContext database) : IPasswordValidator<Account>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var strength = PasswordStrength.Of(password ?? "", WordsOf(user));
        var minimum = await IsAdministratorAsync(user) ? PasswordStrength.MinimumForAdministrators : PasswordStrength.Minimum;
        return strength.Score >= minimum
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "Guessable", Description = strength.Problem });
    }

    /// <summary>Holds a password to the administrators' rule before any role is held.</summary>
    internal static void EnsureStrong(Account account, string password)
    {
        var strength = PasswordStrength.Of(password, WordsOf(account));
        if (strength.Score < PasswordStrength.MinimumForAdministrators)
            throw new RefusedException(strength.Problem) { Field = "Password" };
    }

    // What anybody who knows the person would try first.
    private static IEnumerable<string> WordsOf(Account account) =>
        new[] { account.UserName, account.PhoneNumber, account.DisplayName, account.Email, account.Email?.Split('@')[0] }.OfType<string>();

    private async Task<bool> IsAdministratorAsync(Account account)
    {
        var held = await database
            .Set<RoleHolding>()
            .Where(holding => holding.AccountId == account.Id)
            .Join(database.Set<PortalRole>(), holding => holding.RoleName, role => role.Name, (_, role) => role.Permissions)
            .ToListAsync();
        return held.Exists(permissions => permissions.Contains(PeoplePermissions.Enter));
    }
}
