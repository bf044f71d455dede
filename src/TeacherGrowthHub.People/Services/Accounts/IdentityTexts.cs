using Microsoft.AspNetCore.Identity;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Identity's messages as source texts of ours.</summary>
public sealed class IdentityTexts : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), "密码至少8位");

    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "当前密码不对");

    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "这个工号已有账号");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "账号刚刚被修改过，请重新打开本页再试");

    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), "链接或验证码不对，或已过期，请重新获取");

    private static IdentityError Error(string code, string text) => new() { Code = code, Description = text };
}
