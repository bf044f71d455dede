using TeacherGrowthHub.Kernel.Ids;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class HubIdTests
{
    [Fact]
    public void Should_be_26_characters_of_the_alphabet_and_valid()
    {
        var id = HubId.New(TimeProvider.System);
        id.Length.ShouldBe(26);
        id.ShouldMatch("^[0-9a-hj-km-np-tv-z]{26}$");
        HubId.IsValid(id).ShouldBeTrue();
    }

    [Fact]
    public void Should_sort_by_time()
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 50).Select(i => HubId.New(start.AddMinutes(i * 1000))).ToList();
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
        ids.Distinct().Count().ShouldBe(50);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("0123456789abcdefghjkmnpqr")]
    [InlineData("8zzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("0123456789ABCDEFGHJKMNPQRS")]
    [InlineData("0123456789abcdefghijklmnop")]
    public void Should_refuse_what_has_not_the_shape(string? text) => HubId.IsValid(text).ShouldBeFalse();
}
