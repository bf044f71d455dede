namespace TeacherGrowthHub.TrainingHours.Domain.Figures;

/// <summary>What is counted of an organisation and all below it. Persons are counted once each, person-times apart from them.</summary>
/// <param name="Asked">Persons of whom hours are asked.</param>
/// <param name="Attained">Of them, those who have attained every duty of theirs.</param>
/// <param name="Subject">Subject teachers in post.</param>
/// <param name="Participants">Of them, those with at least one certified mental-health training (domain 0.7).</param>
/// <param name="PersonTimes">人次: certified activities, each person and each time.</param>
/// <param name="Duties">By duty, in the order of the rules.</param>
public sealed record FigureCounts(
    int Asked,
    int Attained,
    int Subject,
    int Participants,
    int PersonTimes,
    IReadOnlyList<DutyFigures> Duties
)
{
    public static readonly FigureCounts None = new(0, 0, 0, 0, 0, []);

    public int Missing => Asked - Attained;
    public int? Rate => Percent.Of(Attained, Asked);
    public int? ParticipationRate => Percent.Of(Participants, Subject);

    /// <summary>The duty with most people missing; null when nobody misses any.</summary>
    public DutyFigures? Gap => Duties.Where(duty => duty.Missing > 0).MaxBy(duty => duty.Missing);

    public static FigureCounts operator +(FigureCounts left, FigureCounts right) =>
        new(
            left.Asked + right.Asked,
            left.Attained + right.Attained,
            left.Subject + right.Subject,
            left.Participants + right.Participants,
            left.PersonTimes + right.PersonTimes,
            [
                .. left
                    .Duties.Concat(right.Duties)
                    .GroupBy(duty => duty.Duty)
                    .Select(duty => duty.Aggregate((sum, row) => sum + row))
                    .OrderBy(duty => duty.Duty),
            ]
        );
}

/// <summary>Sums of figures.</summary>
public static class FigureSums
{
    public static FigureCounts Total(this IEnumerable<FigureCounts> rows) => rows.Aggregate(FigureCounts.None, (sum, row) => sum + row);
}
