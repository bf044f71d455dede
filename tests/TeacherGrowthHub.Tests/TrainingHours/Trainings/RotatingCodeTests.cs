using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class RotatingCodeTests
{
    private static readonly DateTime Noon = new(2026, 5, 23, 4, 0, 0, DateTimeKind.Utc);
    private readonly byte[] _secret = RotatingCode.NewSecret();

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)] // the step before
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(59, true)] // the step after
    [InlineData(60, false)]
    public void Should_take_the_code_of_a_step_and_of_one_beside_it(int seconds, bool fits)
    {
        var code = RotatingCode.At(_secret, CodePurpose.CheckIn, Noon);
        RotatingCode.Fits(_secret, CodePurpose.CheckIn, code, Noon.AddSeconds(seconds)).ShouldBe(fits);
    }

    [Fact]
    public void Should_differ_by_secret_and_purpose()
    {
        var codes = Enumerable.Range(0, 20).Select(step => Noon.AddSeconds(30 * step)).ToList();
        codes.ShouldContain(at => RotatingCode.At(_secret, CodePurpose.CheckIn, at) != RotatingCode.At(_secret, CodePurpose.CheckOut, at));
        var other = RotatingCode.NewSecret();
        codes.ShouldContain(at => RotatingCode.At(_secret, CodePurpose.CheckIn, at) != RotatingCode.At(other, CodePurpose.CheckIn, at));
        codes.ShouldAllBe(at => RotatingCode.At(_secret, CodePurpose.CheckIn, at).Length == 6);
    }

    [Theory]
    [InlineData("831 406", "831406")]
    [InlineData("８３１４０６", "831406")]
    [InlineData("83140", null)]
    [InlineData("83140a", null)]
    [InlineData(null, null)]
    public void Should_read_digits_as_people_type_them(string? typed, string? code) => RotatingCode.Read(typed).ShouldBe(code);

    [Fact]
    public void Should_say_how_long_a_code_lasts()
    {
        RotatingCode.SecondsLeft(Noon).ShouldBe(30);
        RotatingCode.SecondsLeft(Noon.AddSeconds(29)).ShouldBe(1);
    }
}
