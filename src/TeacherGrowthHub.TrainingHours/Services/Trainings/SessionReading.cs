using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Reads the rows of the schedule into sessions.</summary>
internal static class SessionReading
{
    private const int MostHundredths = 2400;
    private const int MaxPlace = 200;
    private const int MaxLink = 500;

    /// <summary>Sessions that exist keep their id and secret; those whose row is gone are removed.</summary>
    public static void Apply(TrainingForm form, Training training, TimeProvider clock)
    {
        var rows = form.Sessions.Where(row => !row.IsEmpty).ToList();
        if (rows.Count == 0)
            throw Refuse("请至少填写一场的主题和时间");
        var kept = rows.Select(row => row.Id).ToHashSet();
        training.Sessions.RemoveAll(session => !kept.Contains(session.Id));
        foreach (var row in rows)
            Apply(row, training, clock);
        var schedule = training.Schedule;
        if (schedule.Zip(schedule.Skip(1)).Any(pair => pair.Second.Start < pair.First.End))
            throw Refuse("有两场的时间重叠");
        training.Replan();
    }

    /// <summary>A wall-clock time of Asia/Shanghai as UTC.</summary>
    public static DateTime Utc(DateTime local) =>
        TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), SchoolCalendar.Zone);

    private static void Apply(TrainingForm.SessionForm row, Training training, TimeProvider clock)
    {
        var topic = (row.Topic ?? "").Trim();
        if (topic.Length is 0 or > Training.MaxTitleLength)
            throw Refuse("每一场都要有主题，最多 200 个字");
        if (row.Day is not { } day || row.From is not { } from || row.To is not { } to || from >= to)
            throw new RefusedException("“{0}”的日期和起止时间不完整，或结束早于开始", topic) { Field = nameof(TrainingForm.Sessions) };
        var hours = row.Hours is { } typed ? Hours.Of(typed) : null;
        if (hours is not { Hundredths: > 0 and <= MostHundredths } worth)
            throw new RefusedException("“{0}”的学时应大于 0、不超过 24，最多两位小数", topic) { Field = nameof(TrainingForm.Sessions) };
        var session = training.Sessions.Find(known => known.Id == row.Id) ?? Add(training, topic, clock);
        (session.Topic, session.HoursHundredths) = (topic, worth.Hundredths);
        (session.Start, session.End) = (Utc(day.ToDateTime(from)), Utc(day.ToDateTime(to)));
        (session.Place, session.Link) = (Cut(row.Place, MaxPlace), LinkOf(row.Link, topic));
    }

    private static TrainingSession Add(Training training, string topic, TimeProvider clock)
    {
        var session = new TrainingSession
        {
            Id = HubId.New(clock),
            TrainingId = training.Id,
            Topic = topic,
            Start = default,
            End = default,
            HoursHundredths = 0,
            Secret = RotatingCode.NewSecret(),
        };
        training.Sessions.Add(session);
        return session;
    }

    // It becomes a link on a public page.
    private static string LinkOf(string? typed, string topic) =>
        Cut(typed, MaxLink) is var link && (link.Length == 0 || IsWeb(link))
            ? link
            : throw new RefusedException("“{0}”的网络地址应以 https:// 或 http:// 开头", topic) { Field = nameof(TrainingForm.Sessions) };

    private static bool IsWeb(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static string Cut(string? text, int longest) =>
        (text ?? "").Trim() is var clean && clean.Length > longest
            ? throw new RefusedException("最多 {0} 个字", longest) { Field = nameof(TrainingForm.Sessions) }
            : clean;

    private static RefusedException Refuse(string text) => new(text) { Field = nameof(TrainingForm.Sessions) };
}
