using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services.Accounts;

/// <summary>Identity's store on the hub's tables. Recovery codes are kept as hashes, which Identity by itself does not do.</summary>
public sealed class AccountStore(HubDbContext context, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Account, HubDbContext, string>(context, describer)
{
    private const string Mark = "sha256:";

    /// <summary>Takes new codes as they are shown, and remaining ones as they are stored.</summary>
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(
            user,
            recoveryCodes.Select(code => code.StartsWith(Mark, StringComparison.Ordinal) ? code : HashOf(user, code)),
            cancellationToken
        );

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, HashOf(user, code), cancellationToken);

    private static string HashOf(Account account, string code) =>
        Mark + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.Id + code)));
}
