using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class AbsenceRuleTests
{
    private static readonly DateTime Nine = new(2026, 5, 23, 1, 0, 0, DateTimeKind.Utc);
    private static readonly TrainingSettings Settings = new();

    [Theory]
    [InlineData(0, 0, 600)]
    [InlineData(30, 0, 600)] // exactly what is tolerated
    [InlineData(0, 30, 600)]
    [InlineData(15, 15, 600)]
    [InlineData(31, 0, 525)] // 329 of 360 minutes: 5.48, down to quarters
    [InlineData(0, 31, 525)]
    [InlineData(16, 15, 525)] // late and early together
    [InlineData(180, 0, 300)]
    [InlineData(346, 0, 0)] // 14 minutes: less than a quarter hour
    public void Should_count_the_share_present_beyond_the_tolerated_minutes(int late, int early, int hundredths)
    {
        var session = TrainingStage.Session(Nine, 360);
        AbsenceRule.Present(session, Seen(session, late, early), Settings).ShouldBe(new Hours(hundredths));
    }

    [Fact]
    public void Should_give_nothing_for_who_came_and_went_outside_the_session()
    {
        var session = TrainingStage.Session(Nine, 60);
        AbsenceRule.Present(session, Seen(session, 60, 0), Settings).ShouldBe(Hours.Zero);
        AbsenceRule.Present(session, Seen(session, 0, 60), Settings).ShouldBe(Hours.Zero);
        AbsenceRule.Present(session, null, Settings).ShouldBe(Hours.Zero);
    }

    [Fact]
    public void Should_give_no_more_than_the_session_for_who_comes_early_and_stays()
    {
        var session = TrainingStage.Session(Nine, 360);
        AbsenceRule.Present(session, Seen(session, -40, -40), Settings).ShouldBe(session.Hours);
    }

    [Fact]
    public void Should_ask_for_the_check_out_where_it_is_required()
    {
        var session = TrainingStage.Session(Nine, 360);
        var seen = Seen(session, 0, 0);
        seen.CheckedOutAt = null;
        AbsenceRule.Present(session, seen, Settings).ShouldBe(Hours.Zero);
        AbsenceRule.Present(session, seen, new TrainingSettings { CheckOutIsRequired = false }).ShouldBe(session.Hours);
    }

    [Theory]
    [InlineData(480, 600, 80, true)] // exactly four fifths
    [InlineData(475, 600, 80, false)]
    [InlineData(0, 600, 0, false)]
    [InlineData(25, 600, 0, true)]
    public void Should_give_hours_from_the_minimum_on(int attended, int whole, int percent, bool reaches) =>
        AbsenceRule.Reaches(new Hours(attended), new Hours(whole), percent).ShouldBe(reaches);

    [Fact]
    public void Should_weigh_sessions_by_their_hours_and_say_why()
    {
        var training = Training();
        training.Sessions.AddRange([TrainingStage.Session(Nine, 180, 400), TrainingStage.Session(Nine.AddHours(5), 60, 100)]);
        var (first, second) = (training.Schedule[0], training.Schedule[1]);
        Of(training, Seen(first, 0, 0)).ShouldBe(new Attended(new Hours(400), new Hours(400), AttendedReason.InPart));
        Of(training, Seen(second, 0, 0)).ShouldBe(new Attended(new Hours(100), Hours.Zero, AttendedReason.TooLittle));
        Of(training, Seen(first, 0, 0), Seen(second, 0, 0)).Why.ShouldBe(AttendedReason.Whole);
        Of(training).ShouldBe(new Attended(Hours.Zero, Hours.Zero, AttendedReason.Absent));
        var open = Seen(first, 0, 0);
        open.CheckedOutAt = null;
        Of(training, open).Why.ShouldBe(AttendedReason.NoCheckOut);
    }

    [Fact]
    public void Should_wait_for_homework_that_is_required()
    {
        var training = Training();
        training.Sessions.Add(TrainingStage.Session(Nine, 180));
        training.IsHomeworkRequired = true;
        var seen = new Dictionary<string, Attendance> { [training.Sessions[0].Id] = Seen(training.Sessions[0], 0, 0) };
        AbsenceRule.Of(training, seen, false, 80, Settings).ShouldBe(new Attended(new Hours(600), Hours.Zero, AttendedReason.NoHomework));
        AbsenceRule.Of(training, seen, true, 80, Settings).Counts.ShouldBe(new Hours(600));
    }

    private static Attended Of(Training training, params Attendance[] seen) =>
        AbsenceRule.Of(training, seen.ToDictionary(row => row.SessionId), false, 80, Settings);

    private static Training Training() =>
        new()
        {
            Id = "t",
            Path = "baoshan/",
            Title = "培训",
            Kind = "face-to-face",
            CreatedById = "a",
            CreatedAt = Nine,
        };

    private static Attendance Seen(TrainingSession session, int late, int early) =>
        new()
        {
            SessionId = session.Id,
            TeacherId = "t",
            CheckedInAt = session.Start.AddMinutes(late),
            CheckedOutAt = session.End.AddMinutes(-early),
        };
}
