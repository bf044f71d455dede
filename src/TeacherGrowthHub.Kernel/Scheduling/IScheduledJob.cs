namespace TeacherGrowthHub.Kernel.Scheduling;

/// <summary>
/// Work that the calendar asks for. Runs on every node, also a minute after each start (a machine that is off at night misses the
/// night), so it must be idempotent. Scoped; an exception is logged and the next turn comes.
/// </summary>
public interface IScheduledJob
{
    Task RunAsync(CancellationToken cancellationToken);
}
