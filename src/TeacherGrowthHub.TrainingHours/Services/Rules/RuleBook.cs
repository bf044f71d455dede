using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Rules;

/// <summary>The rules changed from a school year on: balances must follow.</summary>
public sealed record RulesChanged(int FromSchoolYear);

/// <summary>Versions of the rules. They are only ever added; the one that governs a school year is found by <see cref="RuleVersion.Governing"/>.</summary>
public sealed class RuleBook(HubDbContext database, AuditTrail audit, Outbox outbox, TimeProvider clock)
{
    private IReadOnlyList<RuleVersion>? _versions;

    /// <summary>All versions in the order of their numbers.</summary>
    public async Task<IReadOnlyList<RuleVersion>> VersionsAsync(CancellationToken cancellationToken = default) =>
        _versions ??= await database.Set<RuleVersion>().AsNoTracking().OrderBy(version => version.Number).ToListAsync(cancellationToken);

    /// <summary>The version that governs a school year.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<RuleVersion> OfAsync(int schoolYear, CancellationToken cancellationToken = default) =>
        RuleVersion.Governing(await VersionsAsync(cancellationToken), schoolYear)
        ?? throw new RefusedException("{0} 学年还没有学时规则", schoolYear);

    /// <summary>Adds a version, in the caller's transaction if there is one. Years that are closed keep their rules.</summary>
    /// <exception cref="RefusedException">The rules contradict themselves, or a closed year would change.</exception>
    public async Task<RuleVersion> AddAsync(int fromSchoolYear, RuleSet rules, HubUser user, CancellationToken cancellationToken = default)
    {
        rules.Check();
        if (await database.Set<YearClosing>().AnyAsync(year => year.SchoolYear >= fromSchoolYear, cancellationToken))
            throw new RefusedException("已经封存的学年不能再改规则") { Field = nameof(RuleVersion.FromSchoolYear) };
        _versions = null;
        var versions = await VersionsAsync(cancellationToken);
        var before = RuleVersion.Governing(versions, fromSchoolYear);
        var version = new RuleVersion
        {
            Number = 1 + (versions.Count > 0 ? versions[^1].Number : 0),
            FromSchoolYear = fromSchoolYear,
            Rules = rules,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            CreatedBy = user.Name,
        };
        _versions = null;
        database.Add(version);
        audit.Record(user, "Rules.Added", nameof(RuleVersion), version.Number.ToString(), before?.Rules, rules);
        outbox.Add(new RulesChanged(fromSchoolYear));
        await database.SaveChangesAsync(cancellationToken);
        return version;
    }
}
