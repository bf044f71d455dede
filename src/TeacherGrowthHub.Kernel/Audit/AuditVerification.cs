using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Walks the audit trail from its anchor, batch by batch, and finds the first line that is not what was written.</summary>
public sealed class AuditVerification(HubDbContext database)
{
    private const int Batch = 2000;

    /// <summary>Walks the whole kept chain.</summary>
    /// <param name="head">A hash noted earlier, lower-case hex: it must still stand in the chain, or somebody cut its end.</param>
    public async Task<AuditVerdict> RunAsync(string? head = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var anchor = await AnchorAsync(cancellationToken);
            var walk = new AuditWalk(anchor, head);
            await WalkAsync(walk, long.MaxValue, cancellationToken);
            var verdict = walk.Verdict(isComplete: true);
            // Retention may have moved the beginning under our feet: then the walk says nothing.
            if (verdict.IsWhole || (await AnchorAsync(cancellationToken)).LastId == anchor.LastId)
                return verdict;
        }
    }

    /// <summary>Walks from the anchor to a line, inclusive: what retention is about to remove.</summary>
    internal async Task<AuditVerdict> RunToAsync(long lastId, CancellationToken cancellationToken)
    {
        var walk = new AuditWalk(await AnchorAsync(cancellationToken), head: null);
        await WalkAsync(walk, lastId, cancellationToken);
        return walk.Verdict(isComplete: false);
    }

    private async Task WalkAsync(AuditWalk walk, long lastId, CancellationToken cancellationToken)
    {
        for (var from = long.MinValue; ; )
        {
            var lines = await database
                .Set<AuditEntry>()
                .AsNoTracking()
                .Where(line => line.Id >= from && line.Id <= lastId)
                .OrderBy(line => line.Id)
                .Take(Batch)
                .ToListAsync(cancellationToken);
            if (!lines.TrueForAll(walk.Take) || lines.Count < Batch)
                return;
            from = lines[^1].Id + 1;
        }
    }

    private async Task<AuditAnchor> AnchorAsync(CancellationToken cancellationToken) =>
        await database.Set<AuditAnchor>().AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new AuditAnchor();

    /// <summary>How far a walk has come.</summary>
    private sealed class AuditWalk(AuditAnchor anchor, string? head)
    {
        private long _count;
        private long _last = anchor.LastId;
        private string _hash = anchor.Hash;
        private bool _headSeen = head is null || head == anchor.Hash;
        private AuditCut? _cut;
        private string? _problem;
        private long? _broken;

        /// <summary>Checks the next line.</summary>
        /// <returns>False when it is broken.</returns>
        public bool Take(AuditEntry line)
        {
            _problem =
                line.Id <= _last ? $"Line {line.Id} stands before the beginning of the chain."
                : line.Id != _last + 1 ? $"Line {_last + 1} is missing; line {line.Id} follows."
                : line.Hash != AuditChain.HashOf(line, _hash) ? $"Line {line.Id} was changed, or the line before it was."
                : null;
            if (_problem is not null)
            {
                _broken = line.Id;
                return false;
            }
            (_count, _last, _hash) = (_count + 1, line.Id, line.Hash);
            _headSeen |= line.Hash == head;
            if (line.Action == AuditRetentionJob.Action)
                _cut = JsonSerializer.Deserialize<AuditCut>(line.After!);
            return true;
        }

        public AuditVerdict Verdict(bool isComplete)
        {
            // Every removal by retention leaves a line that says how far it went: a beginning cut otherwise has none.
            if (isComplete && _problem is null && anchor.LastId > 0 && (_cut?.LastId, _cut?.Hash) != (anchor.LastId, anchor.Hash))
                _problem = $"The chain begins after line {anchor.LastId}, but retention did not remove up to there.";
            if (isComplete && _problem is null && !_headSeen)
                _problem = $"The hash {head} does not stand in the chain: its end was cut off, or retention has removed it.";
            return new AuditVerdict(_count, _last, _hash, _problem, _broken);
        }
    }
}
