using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger;

/// <summary>What the ledger refuses, whoever asks and by whichever page; asked while the chains are locked.</summary>
public sealed class LedgerGuard(HubDbContext database)
{
    public async Task EnsureMayCertifyAsync(IReadOnlyList<LedgerPosting> postings, HubUser officer, CancellationToken cancellationToken)
    {
        foreach (var posting in postings)
        {
            EnsureMayWrite(posting.TeacherId, posting.Path, officer);
            if (posting.Counted <= Hours.Zero || posting.Counted > posting.Raw)
                throw new RefusedException("认定的学时应大于 0，且不超过证明材料上的 {0} 学时", posting.Raw.ToString())
                {
                    Field = "Granted",
                };
        }
        await EnsureOpenAsync(postings.Select(posting => (posting.SchoolYear, posting.Path, posting.Reason)), officer, cancellationToken);
        await EnsureNewAsync(postings, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<EntryKey, LedgerEntry>> EnsureMayReverseAsync(
        IReadOnlyList<Reversal> reversals,
        HubUser officer,
        CancellationToken cancellationToken
    )
    {
        var teachers = reversals.Select(reversal => reversal.Entry.TeacherId).Distinct().ToList();
        var numbers = reversals.Select(reversal => reversal.Entry.Sequence).Distinct().ToList();
        var lines = await database
            .Set<LedgerEntry>()
            .AsNoTracking()
            .Where(entry => EF.Parameter(teachers).Contains(entry.TeacherId))
            .Where(entry => EF.Parameter(numbers).Contains(entry.Sequence) || EF.Parameter(numbers).Contains(entry.ReversesSequence ?? 0))
            .ToListAsync(cancellationToken);
        var byKey = lines.ToDictionary(line => new EntryKey(line.TeacherId, line.Sequence));
        var gone = lines
            .Where(line => line.IsReversal)
            .Select(line => new EntryKey(line.TeacherId, line.ReversesSequence!.Value))
            .ToHashSet();
        foreach (var reversal in reversals)
        {
            EnsureMayWrite(reversal.Entry.TeacherId, reversal.Path, officer);
            if (string.IsNullOrWhiteSpace(reversal.Reason))
                throw new RefusedException("请写明撤销的原因") { Field = "Reason" };
            if (!byKey.TryGetValue(reversal.Entry, out var line) || line.IsReversal)
                throw new RefusedException("没有这条学时记录") { Kind = RefusalKind.NotFound };
            if (!gone.Add(reversal.Entry))
                throw new RefusedException("“{0}”的学时已经撤销过了", line.Title) { Kind = RefusalKind.Conflict };
        }
        await EnsureOpenAsync(
            reversals.Select(reversal => (byKey[reversal.Entry].SchoolYear, reversal.Path, (string?)reversal.Reason)),
            officer,
            cancellationToken
        );
        return byKey;
    }

    private static void EnsureMayWrite(string teacherId, string path, HubUser officer)
    {
        if (teacherId == officer.TeacherId)
            throw new RefusedException("不能认定自己的学时，请由其他学时管理员或上级认定") { Kind = RefusalKind.Forbidden };
        if (!officer.Can(HoursPermissions.Certify, path))
            throw new RefusedException("这位教师不在您的认定范围内") { Kind = RefusalKind.Forbidden };
    }

    // Past school years close; what comes after that needs the city's reason.
    private async Task EnsureOpenAsync(
        IEnumerable<(int SchoolYear, string Path, string? Reason)> lines,
        HubUser officer,
        CancellationToken cancellationToken
    )
    {
        var closed = await database.Set<YearClosing>().Select(year => year.SchoolYear).ToListAsync(cancellationToken);
        foreach (var (year, path, reason) in lines.Where(line => closed.Contains(line.SchoolYear)))
        {
            if (!officer.Can(HoursPermissions.ManageRules, path))
                throw new RefusedException("{0} 学年已经封存，只有市级可以写明原因后补录", year) { Kind = RefusalKind.Forbidden };
            if (string.IsNullOrWhiteSpace(reason))
                throw new RefusedException("{0} 学年已经封存，请写明补录的原因", year) { Field = "Reason" };
        }
    }

    /// <summary>Which activities stand in the ledger of which teachers already.</summary>
    public async Task<HashSet<(string TeacherId, string ActivityKey)>> TakenAsync(
        IReadOnlyCollection<(string TeacherId, string ActivityKey)> wanted,
        CancellationToken cancellationToken = default
    )
    {
        var teachers = wanted.Select(pair => pair.TeacherId).Distinct().ToList();
        var keys = wanted.Select(pair => pair.ActivityKey).Distinct().ToList();
        var standing = await database
            .Set<LedgerEntry>()
            .Where(entry => EF.Parameter(teachers).Contains(entry.TeacherId) && EF.Parameter(keys).Contains(entry.ActivityKey))
            .GroupBy(entry => new { entry.TeacherId, entry.ActivityKey })
            .Where(lines => lines.Sum(line => line.ReversesSequence == null ? 1 : -1) > 0)
            .Select(lines => lines.Key)
            .ToListAsync(cancellationToken);
        return [.. standing.Select(line => (line.TeacherId, line.ActivityKey))];
    }

    // The same training is certified once for a teacher; taken back, it may be certified again.
    private async Task EnsureNewAsync(IReadOnlyList<LedgerPosting> postings, CancellationToken cancellationToken)
    {
        var taken = await TakenAsync([.. postings.Select(posting => (posting.TeacherId, posting.ActivityKey))], cancellationToken);
        foreach (var posting in postings)
        {
            if (!taken.Add((posting.TeacherId, posting.ActivityKey)))
                throw new RefusedException("“{0}”的学时已经认定过了", posting.Title) { Kind = RefusalKind.Conflict };
        }
    }
}
