using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger;

/// <summary>One act of one officer that appends lines to chains which are locked for it.</summary>
internal sealed class LedgerAct(string id, HubUser officer, DateTime at, int epoch, IReadOnlyDictionary<string, LedgerHead> heads)
{
    private readonly LedgerHash _hash = new();

    public string Id => id;

    public LedgerEntry Append(LedgerPosting posting, int ruleVersion)
    {
        var head = heads[posting.TeacherId];
        return Seal(
            head,
            new LedgerEntry
            {
                TeacherId = posting.TeacherId,
                Sequence = head.Length + 1,
                SchoolYear = posting.SchoolYear,
                ActivityKey = posting.ActivityKey,
                AchievementKey = posting.AchievementKey,
                Title = posting.Title,
                Kind = posting.Kind,
                IsMentalHealth = posting.IsMentalHealth,
                IsPreService = posting.IsPreService,
                From = posting.From,
                To = posting.To,
                RawHundredths = posting.Raw.Hundredths,
                CountedHundredths = posting.Counted.Hundredths,
                RuleVersion = ruleVersion,
                ActId = id,
                CertifiedById = officer.AccountId,
                CertifiedBy = officer.Name,
                CertifiedAt = at,
                Source = posting.Source,
                Reason = posting.Reason,
                Epoch = epoch,
            }
        );
    }

    public LedgerEntry Reverse(LedgerEntry entry, string reason)
    {
        var head = heads[entry.TeacherId];
        return Seal(
            head,
            new LedgerEntry
            {
                TeacherId = entry.TeacherId,
                Sequence = head.Length + 1,
                SchoolYear = entry.SchoolYear,
                ActivityKey = entry.ActivityKey,
                AchievementKey = entry.AchievementKey,
                Title = entry.Title,
                Kind = entry.Kind,
                IsMentalHealth = entry.IsMentalHealth,
                IsPreService = entry.IsPreService,
                From = entry.From,
                To = entry.To,
                RawHundredths = -entry.RawHundredths,
                CountedHundredths = -entry.CountedHundredths,
                RuleVersion = entry.RuleVersion,
                ActId = id,
                CertifiedById = officer.AccountId,
                CertifiedBy = officer.Name,
                CertifiedAt = at,
                Source = entry.Source,
                ReversesSequence = entry.Sequence,
                Reason = reason,
                Epoch = epoch,
            }
        );
    }

    private LedgerEntry Seal(LedgerHead head, LedgerEntry entry)
    {
        entry.Hash = _hash.Compute(entry, head.Hash);
        (head.Length, head.Hash) = (entry.Sequence, entry.Hash);
        return entry;
    }
}
