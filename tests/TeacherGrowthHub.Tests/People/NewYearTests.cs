using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.Tests.People;

/// <summary>The dates with which duties go from one school year into the next.</summary>
public sealed class NewYearTests
{
    private static readonly DateOnly LastYear = new(2025, 9, 1);
    private static readonly DateOnly Eve = new(2026, 8, 31);
    private static readonly DateOnly Start = new(2026, 9, 1);
    private static readonly DateOnly Today = new(2026, 9, 12);
    private static readonly DateOnly Yesterday = new(2026, 9, 11);
    private int _ids;

    [Fact]
    public void Should_end_last_years_class_on_its_last_day_and_begin_this_years_on_the_first()
    {
        var teacher = Teacher(new DutyProfile(DutyKind.ClassTeacher, LastYear, ClassName: "七(1)班"));
        Apply(teacher, keep: true, className: "八(1)班");
        Lines(teacher).ShouldBe([(DutyKind.ClassTeacher, LastYear, Eve, "七(1)班"), (DutyKind.ClassTeacher, Start, null, "八(1)班")]);
    }

    [Fact]
    public void Should_end_what_is_not_ticked_with_last_year()
    {
        var teacher = Teacher(
            new DutyProfile(DutyKind.ClassTeacher, LastYear, ClassName: "七(1)班"),
            new DutyProfile(DutyKind.Backbone, LastYear, Document: "文")
        );
        Apply(teacher, keep: false);
        teacher.Duties.ShouldAllBe(duty => duty.To == Eve);
    }

    [Fact]
    public void Should_leave_designations_and_subject_teachers_running()
    {
        var teacher = Teacher(
            new DutyProfile(DutyKind.SubjectTeacher, LastYear),
            new DutyProfile(DutyKind.Backbone, LastYear, new DateOnly(2028, 8, 31), "文")
        );
        var before = Lines(teacher);
        Apply(teacher, keep: true);
        Lines(teacher).ShouldBe(before);
    }

    [Fact]
    public void Should_make_a_teacher_without_any_duty_a_subject_teacher()
    {
        var teacher = Teacher(new DutyProfile(DutyKind.NewTeacher, Start));
        new NewYear(Start, Today, false).LinesOf(teacher).ShouldHaveSingleItem().Duty.ShouldBeNull();
        Apply(teacher, keep: true);
        Lines(teacher).ShouldContain((DutyKind.SubjectTeacher, Start, null, null));
    }

    [Fact]
    public void Should_give_a_class_to_a_subject_teacher_whose_class_is_written_down()
    {
        var teacher = Teacher(new DutyProfile(DutyKind.SubjectTeacher, LastYear));
        Apply(teacher, keep: true, className: "七(3)班");
        Lines(teacher).ShouldBe([(DutyKind.SubjectTeacher, LastYear, Eve, null), (DutyKind.ClassTeacher, Start, null, "七(3)班")]);
    }

    [Fact]
    public void Should_list_a_class_that_ended_with_last_year_until_it_is_replaced()
    {
        var teacher = Teacher(new DutyProfile(DutyKind.ClassTeacher, LastYear, Eve, ClassName: "七(1)班"));
        Apply(teacher, keep: true, className: "八(1)班");
        new NewYear(Start, Today, false).LinesOf(teacher).ShouldHaveSingleItem().Duty!.From.ShouldBe(Start);
    }

    [Fact]
    public void Should_count_from_today_what_is_corrected_after_the_confirmation()
    {
        var teacher = Teacher(new DutyProfile(DutyKind.ClassTeacher, Start, ClassName: "八(1)班"));
        Apply(teacher, keep: true, className: "八(2)班", isConfirmed: true);
        teacher.Duties.ShouldHaveSingleItem().ClassName.ShouldBe("八(2)班");
        Apply(teacher, keep: false, isConfirmed: true);
        teacher.Duties.ShouldHaveSingleItem().To.ShouldBe(Yesterday);
        Apply(teacher, keep: true, isConfirmed: true);
        Lines(teacher).ShouldContain((DutyKind.SubjectTeacher, Today, null, null));
    }

    [Fact]
    public void Should_begin_with_the_post_where_somebody_came_after_the_year_began()
    {
        var teacher = Teacher(from: new DateOnly(2026, 9, 7));
        Apply(teacher, keep: true);
        Lines(teacher).ShouldBe([(DutyKind.SubjectTeacher, new DateOnly(2026, 9, 7), null, null)]);
    }

    [Fact]
    public void Should_ask_for_the_class_of_a_class_teacher()
    {
        var teacher = Teacher(new DutyProfile(DutyKind.ClassTeacher, LastYear, ClassName: "七(1)班"));
        Should.Throw<RefusedException>(() => Apply(teacher, keep: true, className: " ")).Field.ShouldBe("class-" + teacher.Duties[0].Id);
    }

    private Teacher Teacher(params DutyProfile[] duties) => Teacher(new DateOnly(2020, 9, 1), duties);

    private Teacher Teacher(DateOnly from, params DutyProfile[] duties)
    {
        var teacher = new Teacher
        {
            Id = "t",
            TeacherNumber = "t",
            Name = "甲",
        };
        teacher.Posts.Add(
            new TeacherPost
            {
                Id = "p",
                OrganizationId = "o",
                From = from,
            }
        );
        foreach (var duty in duties)
            teacher.AddDuty(duty, NewId());
        return teacher;
    }

    private void Apply(Teacher teacher, bool keep, string? className = null, bool isConfirmed = false)
    {
        var year = new NewYear(Start, Today, isConfirmed);
        var lines = year.LinesOf(teacher);
        year.Apply(
            teacher,
            new YearChoice(
                keep ? [.. lines.Select(line => line.Key)] : new HashSet<string>(),
                className is null ? new Dictionary<string, string>() : lines.ToDictionary(line => line.Key, _ => className)
            ),
            NewId
        );
    }

    private string NewId() => "d" + _ids++;

    private static List<(DutyKind, DateOnly, DateOnly?, string?)> Lines(Teacher teacher) =>
        [.. teacher.Duties.OrderBy(duty => duty.From).Select(duty => (duty.Kind, duty.From, duty.To, duty.ClassName))];
}
