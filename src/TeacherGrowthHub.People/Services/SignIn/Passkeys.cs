using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>Passkeys of an account (WebAuthn, by ASP.NET Core Identity).</summary>
public sealed class Passkeys(UserManager<Account> users, HubSignInManager signIn, AccountScopes scopes, AuditTrail audit)
{
    /// <summary>Passkeys one account may hold.</summary>
    public const int MaxKeys = 10;

    /// <summary>Longest name, in characters.</summary>
    public const int MaxNameLength = 40;

    /// <summary>JSON for <c>navigator.credentials.create</c>; the challenge is kept in a cookie.</summary>
    public Task<string> CreationOptionsAsync(Account account) =>
        signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id,
                Name = account.UserName!,
                DisplayName = account.DisplayName,
            }
        );

    /// <summary>Stores what the browser made.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="credential">The browser's JSON.</param>
    /// <param name="name">What its owner calls it.</param>
    public async Task AddAsync(Account account, string credential, string name)
    {
        if ((await users.GetPasskeysAsync(account)).Count >= MaxKeys)
            throw new RefusedException("最多添加{0}个通行密钥，请先移除不用的", MaxKeys);
        var made = await AttestAsync(credential);
        made.Name = name.Trim() is { Length: > MaxNameLength } named ? named[..MaxNameLength] : name.Trim();
        audit.Record(account.AsActor(), "Account.PasskeyAdded", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await IdentityResults.EnsureAsync(users.AddOrUpdatePasskeyAsync(account, made));
    }

    /// <summary>Takes one away.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="id">Its id, base64url.</param>
    public async Task RemoveAsync(Account account, string id)
    {
        var passkey = (await users.GetPasskeysAsync(account)).FirstOrDefault(key => IdOf(key) == id);
        if (passkey is null)
            throw new RefusedException("没有这个通行密钥") { Kind = RefusalKind.NotFound };
        audit.Record(account.AsActor(), "Account.PasskeyRemoved", nameof(Account), account.Id, path: await scopes.PathOfAsync(account.Id));
        await IdentityResults.EnsureAsync(users.RemovePasskeyAsync(account, passkey.CredentialId));
    }

    /// <summary>The id of a passkey as it stands in addresses.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    private async Task<UserPasskeyInfo> AttestAsync(string credential)
    {
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            if (result.Succeeded)
                return result.Passkey;
        }
        // Nothing was asked for in this browser, or too long ago.
        catch (InvalidOperationException) { }
        throw new RefusedException("没有添加成功，请再试一次");
    }
}
