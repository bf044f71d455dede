using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Balances;

namespace TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

/// <summary>Reckons every stored balance anew from the lines that were just walked.</summary>
internal sealed class BalanceChecks(
    IReadOnlyList<SchoolYear> years,
    IReadOnlyList<RuleVersion> versions,
    ILookup<string, DutyBalance> stored,
    ILookup<string, Exemption> exemptions
)
{
    /// <summary>Holds the stored balances of one teacher against a reckoning of the whole chain.</summary>
    public LedgerProblem? Check(TeacherHistory teacher, IReadOnlyList<LedgerEntry> chain)
    {
        foreach (var year in stored[teacher.TeacherId].GroupBy(balance => balance.SchoolYear))
        {
            if (years.FirstOrDefault(candidate => candidate.Id == year.Key) is not { } calendar)
                continue;
            var rules = RuleVersion.Governing(versions, year.Key)!.Rules;
            var standing = Reckoning.Reckon(
                rules,
                calendar,
                new TeacherFacts(teacher.Duties, Of(chain, year.Key), [.. exemptions[teacher.TeacherId]])
            );
            foreach (var balance in year)
            {
                if (!IsRight(balance, standing.Of(balance.Duty)))
                    return new LedgerProblem(
                        $"The balance of {teacher.TeacherId} for {balance.Duty} in {year.Key} is not what the ledger gives: {balance.CountedHundredths} stored, {standing.Of(balance.Duty)?.Counted.Hundredths ?? 0} reckoned."
                    );
            }
        }
        return null;
    }

    private static List<LedgerEntry> Of(IReadOnlyList<LedgerEntry> chain, int year) =>
        [.. chain.Where(entry => StandingReader.Concerns(entry, year))];

    private static bool IsRight(DutyBalance stored, DutyStanding? reckoned) =>
        reckoned is not null
        && stored.RequiredHundredths == reckoned.Required.Hundredths
        && stored.CertifiedHundredths == reckoned.Certified.Hundredths
        && stored.CountedHundredths == reckoned.Counted.Hundredths
        && stored.MissingHundredths == reckoned.Missing.Hundredths
        && stored.State == reckoned.State;
}
