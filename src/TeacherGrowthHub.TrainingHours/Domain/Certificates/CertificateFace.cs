using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;

namespace TeacherGrowthHub.TrainingHours.Domain.Certificates;

/// <summary>What a certificate says; amounts in hundredths of an hour.</summary>
/// <param name="School">The teacher's school on the day of issue.</param>
/// <param name="SchoolYear">By the year it begins in.</param>
/// <param name="Duties">What was asked, for a year's certificate.</param>
/// <param name="Lines">The certified activities.</param>
/// <param name="Bureau">The issuing authority, whose seal belongs on it.</param>
/// <param name="IssuedOn">Day in Asia/Shanghai.</param>
public sealed record CertificateFace(
    string Teacher,
    string TeacherNumber,
    string School,
    int SchoolYear,
    IReadOnlyList<FaceDuty> Duties,
    IReadOnlyList<FaceLine> Lines,
    string Bureau,
    DateOnly IssuedOn
)
{
    public Hours Total => Lines.Sum(line => new Hours(line.Hundredths));

    /// <summary>Whether both say the same of the teacher's hours, whenever and by whomever they were issued.</summary>
    public bool SaysTheSameAs(CertificateFace other) =>
        (Teacher, TeacherNumber, School, SchoolYear, Bureau)
            == (other.Teacher, other.TeacherNumber, other.School, other.SchoolYear, other.Bureau)
        && Duties.SequenceEqual(other.Duties)
        && Lines.SequenceEqual(other.Lines, FaceLine.ByContent);
}

/// <summary>One duty's requirement and what counts towards it.</summary>
public sealed record FaceDuty(DutyKind Duty, int RequiredHundredths, int CountedHundredths, StandingState State);

/// <summary>One certified activity.</summary>
/// <param name="Sequence">Its line in the teacher's chain.</param>
/// <param name="Kind">Label of the kind.</param>
/// <param name="CountedHundredths">What it brings for each of the face's duties, in their order.</param>
public sealed record FaceLine(
    int Sequence,
    string Title,
    string Kind,
    DateOnly From,
    DateOnly To,
    int Hundredths,
    IReadOnlyList<int> CountedHundredths
)
{
    /// <summary>Compares what is printed.</summary>
    public static readonly IEqualityComparer<FaceLine> ByContent = EqualityComparer<FaceLine>.Create(
        (one, other) =>
            one is not null
            && other is not null
            && one with { CountedHundredths = [] } == other with { CountedHundredths = [] }
            && one.CountedHundredths.SequenceEqual(other.CountedHundredths)
    );
}
