using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>Loads claims for those who may have them, and tells who may do what with one.</summary>
public sealed class ClaimLoader(HubDbContext database, RuleBook rules)
{
    /// <summary>A teacher's own claim, or one that the officer typed in for somebody.</summary>
    public async Task<Claim> OwnAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await FindAsync(database.Set<Claim>(), id, cancellationToken);
        return IsWriter(claim, user) ? claim : throw NotFound();
    }

    /// <summary>A claim that the person may read: the own, or one inside the scope of checking or certifying once it was submitted.</summary>
    public async Task<Claim> ReadableAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await FindAsync(database.Set<Claim>(), id, cancellationToken);
        return IsWriter(claim, user) || IsOfficerOf(claim, user) ? claim : throw NotFound();
    }

    /// <summary>The same as it is stored, to be shown: a change that was refused leaves no trace in it.</summary>
    public async Task<Claim> ShownAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var claim = await FindAsync(database.Set<Claim>().AsNoTracking(), id, cancellationToken);
        return IsWriter(claim, user) || IsOfficerOf(claim, user) ? claim : throw NotFound();
    }

    /// <summary>A teacher's own claims, the last activity first.</summary>
    public async Task<IReadOnlyList<Claim>> AllOwnAsync(HubUser user, CancellationToken cancellationToken = default) =>
        await database
            .Set<Claim>()
            .AsNoTracking()
            .Where(claim => claim.TeacherId == user.TeacherId)
            .OrderByDescending(claim => claim.To)
            .ToListAsync(cancellationToken);

    /// <summary>What has been done with a claim, in its order.</summary>
    public async Task<IReadOnlyList<ClaimStep>> StepsAsync(Claim claim, CancellationToken cancellationToken = default) =>
        await database
            .Set<ClaimStep>()
            .AsNoTracking()
            .Where(step => step.ClaimId == claim.Id)
            .OrderBy(step => step.Id)
            .ToListAsync(cancellationToken);

    /// <summary>The kind in the rules of the claim's school year; null where these no longer know it.</summary>
    public async Task<ActivityKind?> KindOfAsync(Claim claim, CancellationToken cancellationToken = default) =>
        (await rules.OfAsync(claim.SchoolYear, cancellationToken)).Rules.Kind(claim.Kind);

    public static bool IsWriter(Claim claim, HubUser user) =>
        (user.TeacherId is not null && claim.TeacherId == user.TeacherId)
        || (user.AccountId is not null && claim.EnteredById == user.AccountId);

    /// <summary>Whether the person checks or certifies claims of that school.</summary>
    public static bool IsOfficerOf(Claim claim, HubUser user) =>
        claim.State != ClaimState.Draft && (user.Can(HoursPermissions.Certify, claim.Path) || user.Can(HoursPermissions.Check, claim.Path));

    /// <summary>Whether it is the person's turn to pass on, return or refuse. Nobody acts on an own claim.</summary>
    public static bool MayAct(Claim claim, HubUser user) =>
        claim.State == ClaimState.Waiting
        && claim.TeacherId != user.TeacherId
        && (
            user.Can(HoursPermissions.Certify, claim.WaitingPath)
            || (claim.Level == ClaimLevel.School && user.Can(HoursPermissions.Check, claim.WaitingPath))
        );

    /// <summary>Whether the person may certify it now: at its last level, and never what was typed in by the same hand without a roster behind it.</summary>
    public static bool MayCertify(Claim claim, ActivityKind? kind, HubUser user) =>
        MayAct(claim, user)
        && user.Can(HoursPermissions.Certify, claim.WaitingPath)
        && claim.Level == claim.StepsOf(kind)[^1]
        && (claim.TrainingId is not null || claim.EnteredById is null || claim.EnteredById != user.AccountId);

    private static async Task<Claim> FindAsync(IQueryable<Claim> claims, string id, CancellationToken cancellationToken) =>
        (HubId.IsValid(id) ? await claims.SingleOrDefaultAsync(claim => claim.Id == id, cancellationToken) : null) ?? throw NotFound();

    internal static RefusedException NotFound() => new("没有这条学时申报") { Kind = RefusalKind.NotFound };
}
