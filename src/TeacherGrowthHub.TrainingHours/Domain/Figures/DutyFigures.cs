using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Figures;

/// <summary>How many hold a duty, and how they stand. Whoever holds two is counted under both.</summary>
/// <param name="Attained">达标, 补训 included.</param>
/// <param name="OnTrack">Not attained, but no less than the year's days so far ask for.</param>
/// <param name="AtRisk">Not attained and behind: counted · days of the year &lt; required · days elapsed.</param>
/// <param name="Exempt">免修; in no denominator.</param>
public sealed record DutyFigures(DutyKind Duty, int Attained, int OnTrack, int AtRisk, int Exempt)
{
    public int Missing => OnTrack + AtRisk;
    public int Asked => Attained + Missing;
    public int? Rate => Percent.Of(Attained, Asked);

    public static DutyFigures operator +(DutyFigures left, DutyFigures right) =>
        new(
            left.Duty,
            left.Attained + right.Attained,
            left.OnTrack + right.OnTrack,
            left.AtRisk + right.AtRisk,
            left.Exempt + right.Exempt
        );
}
