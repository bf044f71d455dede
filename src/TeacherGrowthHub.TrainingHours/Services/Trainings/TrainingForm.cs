using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>The fields of the form as they are posted; times are wall-clock times of Asia/Shanghai.</summary>
public sealed class TrainingForm
{
    public string? Organization { get; set; }
    public string? Title { get; set; }
    public string? Kind { get; set; }
    public string? Provider { get; set; }
    public TrainingLevel Level { get; set; }
    public bool IsMentalHealth { get; set; } = true;
    public bool IsPreService { get; set; }
    public string? Description { get; set; }
    public string? Speakers { get; set; }
    public int? Capacity { get; set; }
    public List<DutyKind> Duties { get; set; } = [];
    public List<string> Audience { get; set; } = [];
    public DateTime? SignUpUntil { get; set; }

    /// <summary>Ids or addresses of works of the bank, one a line.</summary>
    public string? Materials { get; set; }
    public string? PlanItem { get; set; }
    public string? Homework { get; set; }
    public bool IsHomeworkRequired { get; set; }
    public List<SessionForm> Sessions { get; set; } = [];

    /// <summary>One row of the schedule; a row without a topic and a day is none.</summary>
    public sealed class SessionForm
    {
        public string? Id { get; set; }
        public string? Topic { get; set; }
        public DateOnly? Day { get; set; }
        public TimeOnly? From { get; set; }
        public TimeOnly? To { get; set; }
        public string? Place { get; set; }
        public string? Link { get; set; }
        public decimal? Hours { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Topic) && Day is null;
    }

    /// <summary>The form of a training that exists.</summary>
    public static TrainingForm Of(Training training) =>
        new()
        {
            Organization = training.Path,
            Title = training.Title,
            Kind = training.Kind,
            Provider = training.Provider,
            Level = training.Level,
            IsMentalHealth = training.IsMentalHealth,
            IsPreService = training.IsPreService,
            Description = training.Description,
            Speakers = training.Speakers,
            Capacity = training.Capacity,
            Duties = [.. training.Duties],
            Audience = [.. training.Audience],
            SignUpUntil = training.SignUpUntil is { } until ? SchoolCalendar.Local(until) : null,
            Materials = string.Join('\n', training.Materials),
            PlanItem = training.PlanItemId,
            Homework = training.Homework,
            IsHomeworkRequired = training.IsHomeworkRequired,
            Sessions = [.. training.Schedule.Select(RowOf)],
        };

    private static SessionForm RowOf(TrainingSession session)
    {
        var (from, to) = (SchoolCalendar.Local(session.Start), SchoolCalendar.Local(session.End));
        return new SessionForm
        {
            Id = session.Id,
            Topic = session.Topic,
            Day = DateOnly.FromDateTime(from),
            From = TimeOnly.FromDateTime(from),
            To = TimeOnly.FromDateTime(to),
            Place = session.Place,
            Link = session.Link,
            Hours = session.HoursHundredths / 100m,
        };
    }
}
