using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Trainings as an iCalendar file, one event a session.</summary>
public static class CalendarFile
{
    public const string MediaType = "text/calendar";

    /// <param name="site">Scheme and host, for the links.</param>
    /// <param name="name">Shown as the calendar's name.</param>
    public static string Write(IEnumerable<Training> trainings, string site, string name)
    {
        var calendar = new Calendar { ProductId = "-//TeacherGrowthHub//Trainings//ZH" };
        calendar.AddProperty("X-WR-CALNAME", name);
        foreach (var training in trainings)
        foreach (var session in training.Schedule)
            calendar.Events.Add(EventOf(training, session, site));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EventOf(Training training, TrainingSession session, string site) =>
        new()
        {
            // The same event again, so that a later fetch moves it instead of adding another.
            Uid = $"{session.Id}@{new Uri(site).Host}",
            Sequence = training.Version,
            DtStamp = new CalDateTime(training.CreatedAt, "UTC"),
            Start = new CalDateTime(session.Start, "UTC"),
            End = new CalDateTime(session.End, "UTC"),
            Summary = training.Sessions.Count > 1 ? $"{training.Title} · {session.Topic}" : training.Title,
            Location = session.Place.Length > 0 ? session.Place : session.Link,
            Url = new Uri($"{site}/trainings/{training.Id}"),
            Status = training.State == TrainingState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
}
