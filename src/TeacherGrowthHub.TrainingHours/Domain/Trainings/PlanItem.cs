using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.TrainingHours.Domain.Trainings;

/// <summary>A line of the year's training plan 分类分层培训 of an organisation.</summary>
public sealed class PlanItem
{
    public required string Id { get; init; }

    /// <summary>The organisation whose plan it is.</summary>
    public required string Path { get; set; }
    public required int SchoolYear { get; set; }
    public required string Title { get; set; }

    /// <summary>Code of the kind in the rules.</summary>
    public required string Kind { get; set; }

    /// <summary>Duties it is for; empty means everybody.</summary>
    public List<DutyKind> Duties { get; set; } = [];

    /// <summary>Calendar month in which it is meant to be held, 1 to 12.</summary>
    public required int Month { get; set; }

    /// <summary>场次.</summary>
    public required int Times { get; set; }

    /// <summary>人数 over all times.</summary>
    public required int Persons { get; set; }

    /// <summary>Of one time, in hundredths of an hour.</summary>
    public required int HoursHundredths { get; set; }
    public int Version { get; set; }

    public Hours Hours => new(HoursHundredths);

    /// <summary>Place of the month in the school year: September comes first.</summary>
    public int Order => (Month + 3) % 12;
}
