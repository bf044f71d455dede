using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class ApprovalTests
{
    private const string School = "baoshan/longyang/yunxiu/";
    private const string County = "baoshan/longyang/";

    [Theory]
    [InlineData(TrainingLevel.School, null, null)] // its own teachers, its own level
    [InlineData(TrainingLevel.School, School, null)]
    [InlineData(TrainingLevel.School, "baoshan/longyang/other/", County)] // open beyond the school
    [InlineData(TrainingLevel.School, "baoshan/", County)]
    [InlineData(TrainingLevel.County, null, County)] // marked county level or above
    [InlineData(TrainingLevel.Nation, null, County)]
    public void Should_send_a_schools_training_to_its_county(TrainingLevel level, string? audience, string? approver) =>
        Approval.NeededFrom(Training(School, level, audience), isSchool: true, new TrainingSettings()).ShouldBe(approver);

    [Fact]
    public void Should_send_a_city_run_schools_training_to_the_city() =>
        Approval
            .NeededFrom(Training("baoshan/first/", TrainingLevel.City, null), isSchool: true, new TrainingSettings())
            .ShouldBe("baoshan/");

    [Fact]
    public void Should_let_counties_announce_unless_the_settings_say_otherwise()
    {
        var training = Training(County, TrainingLevel.City, "baoshan/");
        Approval.NeededFrom(training, isSchool: false, new TrainingSettings()).ShouldBeNull();
        var strict = new TrainingSettings { CountyLevelsToApprove = [TrainingLevel.City] };
        Approval.NeededFrom(training, isSchool: false, strict).ShouldBe("baoshan/");
        Approval.NeededFrom(Training("baoshan/", TrainingLevel.City, null), isSchool: false, strict).ShouldBeNull();
    }

    [Fact]
    public void Should_follow_the_settings_for_schools()
    {
        var lenient = new TrainingSettings { ApproveOpenSchoolTrainings = false, SchoolLevelsToApprove = [] };
        Approval.NeededFrom(Training(School, TrainingLevel.City, "baoshan/"), isSchool: true, lenient).ShouldBeNull();
    }

    private static Training Training(string path, TrainingLevel level, string? audience) =>
        new()
        {
            Id = "t",
            Path = path,
            Title = "培训",
            Kind = "school-based",
            Level = level,
            Audience = audience is null ? [] : [audience],
            CreatedById = "a",
            CreatedAt = default,
        };
}
