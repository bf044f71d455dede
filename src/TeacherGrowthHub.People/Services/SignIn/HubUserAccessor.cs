using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Keys;

namespace TeacherGrowthHub.People.Services.SignIn;

/// <summary>Loads the person, or the key of another system, behind the request once, with grants as they are now: a role taken away is gone at the next click.</summary>
public sealed class HubUserAccessor(
    IHttpContextAccessor http,
    AccountGrants grants,
    Acting acting,
    IntegrationKeys keys,
    IEnumerable<IPermissionProvider> permissions
) : IHubUserAccessor
{
    private string? _accountId;
    private HubUser? _user;

    public async ValueTask<HubUser> GetAsync(CancellationToken cancellationToken = default)
    {
        if (http.HttpContext is not { } context)
            return HubUser.System;
        var accountId = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        if (_user is null || _accountId != accountId)
            (_accountId, _user) = (accountId, accountId is null ? HubUser.Guest : await LoadAsync(accountId, cancellationToken));
        return _user;
    }

    private async Task<HubUser> LoadAsync(string accountId, CancellationToken cancellationToken)
    {
        if (accountId.StartsWith(IntegrationKeys.SignInPrefix, StringComparison.Ordinal))
            return await keys.UserAsync(accountId[IntegrationKeys.SignInPrefix.Length..], cancellationToken) ?? HubUser.Guest;
        if (await grants.UserAsync(accountId, cancellationToken) is not { } self)
            return HubUser.Guest;
        return await acting.PersonAsync(self, cancellationToken) is { } person ? ActingView.Of(person, self, IsPersonal) : self;
    }

    private bool IsPersonal(string permission) =>
        permissions.SelectMany(provider => provider.Permissions).Any(p => p.Name == permission && p.IsPersonal);
}
