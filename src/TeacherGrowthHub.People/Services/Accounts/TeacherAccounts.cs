using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Keeps a teacher's account in step with the record: number and mobile number are ways to sign in, the name is shown.</summary>
public sealed class TeacherAccounts(HubDbContext database, UserManager<Account> users)
{
    /// <summary>Takes number, name and mobile number of a checked profile over to the account, if there is one, in the caller's transaction.</summary>
    /// <exception cref="RefusedException">The number or the mobile number is another account's.</exception>
    public async Task FollowAsync(string teacherId, TeacherProfile profile, CancellationToken cancellationToken = default)
    {
        var account = await database.Set<Account>().SingleOrDefaultAsync(row => row.TeacherId == teacherId, cancellationToken);
        if (account is null)
            return;
        var name = users.NormalizeName(profile.TeacherNumber);
        var others = database.Set<Account>().Where(other => other.Id != account.Id);
        if (account.NormalizedUserName != name && await others.AnyAsync(other => other.NormalizedUserName == name, cancellationToken))
            throw new RefusedException("工号 {0} 已是另一个账号的登录名", profile.TeacherNumber!) { Field = nameof(Teacher.TeacherNumber) };
        if (profile.Mobile is { } mobile && await others.AnyAsync(other => other.PhoneNumber == mobile, cancellationToken))
            throw new RefusedException("手机号 {0} 已用于另一个账号，请核对号码", MobileNumber.Mask(mobile))
            {
                Field = nameof(Teacher.Mobile),
            };
        (account.UserName, account.NormalizedUserName) = (profile.TeacherNumber, name);
        (account.DisplayName, account.PhoneNumber) = (profile.Name!, profile.Mobile);
    }
}
