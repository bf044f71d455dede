using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Services;

/// <summary>Loads the person behind the request once, with grants as they are now: a role taken away is gone at the next click.</summary>
public sealed class HubUserAccessor(IHttpContextAccessor http, HubDbContext database, SchoolCalendar calendar) : IHubUserAccessor
{
    private HubUser? _user;

    public async ValueTask<HubUser> GetAsync(CancellationToken cancellationToken = default)
    {
        if (http.HttpContext is not { } context)
            return HubUser.System;
        var accountId = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        if (_user?.AccountId != accountId || _user is null)
            _user = accountId is null ? HubUser.Guest : await LoadAsync(accountId, cancellationToken);
        return _user;
    }

    private async Task<HubUser> LoadAsync(string accountId, CancellationToken cancellationToken)
    {
        var account = await database.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is null or { ClosedAt: not null })
            return HubUser.Guest;
        var home = await HomePathAsync(account.TeacherId, cancellationToken);
        var held = await database
            .Set<RoleHolding>()
            .Where(holding => holding.AccountId == accountId)
            .Select(holding => new { holding.RoleName, holding.Organization!.Path })
            .ToListAsync(cancellationToken);
        if (home is not null)
            held.Add(new { RoleName = PortalRole.Teacher, Path = home });
        var names = held.Select(holding => holding.RoleName).ToList();
        var roles = await database
            .Set<PortalRole>()
            .AsNoTracking()
            .Where(role => names.Contains(role.Name))
            .ToDictionaryAsync(role => role.Name, cancellationToken);
        var grants = held.Where(holding => roles.ContainsKey(holding.RoleName))
            .SelectMany(holding => roles[holding.RoleName].Permissions.Select(permission => new Grant(permission, holding.Path)))
            .Distinct()
            .ToList();
        return new HubUser(account.Id, account.TeacherId, account.DisplayName, home, grants);
    }

    private async Task<string?> HomePathAsync(string? teacherId, CancellationToken cancellationToken)
    {
        if (teacherId is null)
            return null;
        var today = calendar.Today;
        return await database
            .Set<TeacherPost>()
            .Where(post => post.TeacherId == teacherId && post.From <= today && (post.To == null || today <= post.To))
            .OrderByDescending(post => post.From)
            .Select(post => post.Organization!.Path)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
