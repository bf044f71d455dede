using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Domain.Balances;

/// <summary>
/// What would be if: hours that wait were certified, a training were attended, other duties were held. Reckoned by <see cref="Reckoning"/>
/// from lines that are never stored.
/// </summary>
public static class Prospect
{
    /// <summary>The line a claim would become.</summary>
    public static LedgerEntry LineOf(Claim claim) =>
        Line(
            claim.TeacherId,
            claim.SchoolYear,
            (claim.ActivityKey, claim.Title, claim.Kind),
            (claim.From, claim.To),
            claim.Granted,
            claim.IsMentalHealth,
            claim.IsPreService,
            claim.Achievement is null ? null : ActivityKeys.OfAchievement(claim.Achievement)
        );

    /// <summary>The line a training would become for somebody who attends all of it. It must have sessions.</summary>
    public static LedgerEntry LineOf(Training training, string teacherId, int schoolYear) =>
        Line(
            teacherId,
            schoolYear,
            (ActivityKeys.OfTraining(training.Id), training.Title, training.Kind),
            (
                SchoolCalendar.DayOf(training.Sessions.Min(session => session.Start)),
                SchoolCalendar.DayOf(training.Sessions.Max(session => session.End))
            ),
            training.Hours,
            training.IsMentalHealth,
            training.IsPreService
        );

    /// <summary>The standing if these lines were certified too. An activity that is certified already does not come again.</summary>
    public static YearStanding With(RuleSet rules, SchoolYear year, TeacherFacts facts, IEnumerable<LedgerEntry> further)
    {
        var known = facts.Standing.Select(entry => entry.ActivityKey).ToHashSet();
        return Reckoning.Reckon(
            rules,
            year,
            new TeacherFacts(facts.Duties, [.. facts.Entries, .. further.Where(line => known.Add(line.ActivityKey))], facts.Exemptions)
        );
    }

    /// <summary>The facts if exactly these duties were held in the year; those that are held keep their days.</summary>
    public static TeacherFacts Holding(SchoolYear year, TeacherFacts facts, IReadOnlyCollection<DutyKind> duties)
    {
        var present = facts.Duties.Where(duty => duties.Contains(duty.Kind)).ToList();
        var added = duties.Except(present.Where(duty => Touches(duty, year)).Select(duty => duty.Kind));
        return new TeacherFacts(
            [.. present, .. added.Select(kind => new HeldDuty(kind, year.Start, null))],
            facts.Entries,
            facts.Exemptions
        );
    }

    /// <summary>Whether a duty is held on any day of the year.</summary>
    public static bool Touches(HeldDuty duty, SchoolYear year) => duty.From <= year.End && (duty.To is null || year.Start <= duty.To);

    private static LedgerEntry Line(
        string teacherId,
        int schoolYear,
        (string Key, string Title, string Kind) activity,
        (DateOnly From, DateOnly To) days,
        Hours hours,
        bool isMentalHealth,
        bool isPreService,
        string? achievement = null
    ) =>
        new()
        {
            TeacherId = teacherId,
            Sequence = 0,
            SchoolYear = schoolYear,
            ActivityKey = activity.Key,
            AchievementKey = achievement,
            Title = activity.Title,
            Kind = activity.Kind,
            IsMentalHealth = isMentalHealth,
            IsPreService = isPreService,
            From = days.From,
            To = days.To,
            RawHundredths = hours.Hundredths,
            CountedHundredths = hours.Hundredths,
            RuleVersion = 0,
            ActId = "",
            CertifiedBy = "",
            CertifiedAt = default,
            Source = "",
            Epoch = 0,
        };
}
