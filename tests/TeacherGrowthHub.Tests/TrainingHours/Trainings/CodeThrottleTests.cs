using Microsoft.Extensions.Time.Testing;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

public sealed class CodeThrottleTests
{
    [Fact]
    public void Should_stop_guessing_and_open_again_after_a_while()
    {
        var clock = new FakeTimeProvider();
        var throttle = new CodeThrottle(clock);
        for (var i = 0; i < CodeThrottle.Limit; i++)
        {
            throttle.EnsureOpen("a");
            throttle.Fail("a");
        }
        Should.Throw<RefusedException>(() => throttle.EnsureOpen("a"));
        throttle.EnsureOpen("b");
        clock.Advance(CodeThrottle.Window);
        throttle.EnsureOpen("a");
    }
}
