using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.Tests.People.Organizations;

public sealed class PostTransferTests
{
    private const string Old = "old";
    private const string New = "new";
    private const string Else = "else";
    private static readonly DateOnly Day = new(2026, 9, 1);
    private int _ids;

    [Fact]
    public void Should_end_the_post_the_day_before_and_begin_a_new_one()
    {
        Transfer((Old, "2020-09-01", null)).ShouldBe([(Old, "2020-09-01", "2026-08-31"), (New, "2026-09-01", null)]);
        Transfer((Old, "2020-09-01", "2027-01-31")).ShouldBe([(Old, "2020-09-01", "2026-08-31"), (New, "2026-09-01", "2027-01-31")]);
    }

    [Fact]
    public void Should_leave_what_has_ended() => Transfer((Old, "2020-09-01", "2026-08-31")).ShouldBe([(Old, "2020-09-01", "2026-08-31")]);

    [Fact]
    public void Should_turn_a_post_that_begins_later_into_one_at_the_successor() =>
        Transfer((Old, "2026-10-01", null)).ShouldBe([(New, "2026-10-01", null)]);

    [Fact]
    public void Should_not_double_a_post_at_the_successor()
    {
        Transfer((Old, "2020-09-01", null), (New, "2024-09-01", null))
            .ShouldBe([(Old, "2020-09-01", "2026-08-31"), (New, "2024-09-01", null)]);
        Transfer((Old, "2020-09-01", null), (New, "2027-03-01", null))
            .ShouldBe([(Old, "2020-09-01", "2026-08-31"), (New, "2026-09-01", "2027-02-28"), (New, "2027-03-01", null)]);
    }

    [Fact]
    public void Should_not_call_back_a_teacher_who_works_elsewhere_by_now() =>
        Transfer((Old, "2020-09-01", null), (Else, "2024-09-01", null))
            .ShouldBe([(Old, "2020-09-01", "2026-08-31"), (Else, "2024-09-01", null)]);

    [Fact]
    public void Should_keep_a_second_school_a_second_school()
    {
        var teacher = TeacherWith((Old, true), (Else, false));
        new PostTransfer(Old, New, Day).Apply(teacher, () => "new");
        teacher.Posts.Single(post => post.Id == "new").IsSecondary.ShouldBeTrue();
        teacher.PostOn(Day)!.OrganizationId.ShouldBe(Else);
    }

    [Fact]
    public void Should_make_the_successor_the_own_school_of_whom_it_was_the_second()
    {
        var teacher = TeacherWith((Old, false), (New, true));
        new PostTransfer(Old, New, Day).Apply(teacher, () => "new");
        teacher.Posts.Count.ShouldBe(2);
        teacher.PostOn(Day)!.OrganizationId.ShouldBe(New);
        teacher.PostOn(Day)!.IsSecondary.ShouldBeFalse();
    }

    private static Teacher TeacherWith(params (string At, bool IsSecondary)[] posts)
    {
        var teacher = new Teacher
        {
            Id = "t",
            TeacherNumber = "t",
            Name = "t",
        };
        foreach (var (at, isSecondary) in posts)
            teacher.Posts.Add(
                new TeacherPost
                {
                    Id = at,
                    OrganizationId = at,
                    From = new DateOnly(2020, 9, 1),
                    IsSecondary = isSecondary,
                }
            );
        return teacher;
    }

    private IEnumerable<(string, string, string?)> Transfer(params (string At, string From, string? To)[] posts)
    {
        var teacher = new Teacher
        {
            Id = "t",
            TeacherNumber = "t",
            Name = "t",
        };
        teacher.Posts.AddRange(
            posts.Select(post => Post(post.At, DateOnly.Parse(post.From), post.To is null ? null : DateOnly.Parse(post.To)))
        );
        new PostTransfer(Old, New, Day).Apply(teacher, () => $"p{++_ids}");
        return teacher
            .Posts.OrderBy(post => post.From)
            .Select(post => (post.OrganizationId, post.From.ToString("O"), post.To?.ToString("O")));
    }

    private TeacherPost Post(string at, DateOnly from, DateOnly? to) =>
        new()
        {
            Id = $"p{++_ids}",
            OrganizationId = at,
            From = from,
            To = to,
        };
}
