using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger;

/// <summary>One act of one officer that appends lines to chains which are locked for it.</summary>
internal sealed class LedgerAct(string id, HubUser officer, DateTime at, int epoch, IReadOnlyDictionary<string, LedgerHead> heads)
{
    private readonly LedgerHash _hash = new();

    public string Id => id;

    public LedgerEntry Append(LedgerPosting posting, int ruleVersion) => Seal(posting, ruleVersion, reverses: null);

    /// <summary>Takes a line back: the same once more, with amounts below zero.</summary>
    public LedgerEntry Reverse(LedgerEntry entry, string path, string reason) =>
        Seal(
            new LedgerPosting(
                entry.TeacherId,
                path,
                entry.SchoolYear,
                entry.ActivityKey,
                entry.Title,
                entry.Kind,
                entry.From,
                entry.To,
                Hours.Zero - entry.Raw,
                Hours.Zero - entry.Counted,
                entry.Source
            )
            {
                AchievementKey = entry.AchievementKey,
                IsMentalHealth = entry.IsMentalHealth,
                IsPreService = entry.IsPreService,
                Reason = reason,
            },
            entry.RuleVersion,
            entry.Sequence
        );

    private LedgerEntry Seal(LedgerPosting posting, int ruleVersion, int? reverses)
    {
        var head = heads[posting.TeacherId];
        var entry = new LedgerEntry
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
            ReversesSequence = reverses,
            Reason = posting.Reason,
            Epoch = epoch,
        };
        entry.Hash = _hash.Compute(entry, head.Hash);
        (head.Length, head.Hash) = (entry.Sequence, entry.Hash);
        return entry;
    }
}
