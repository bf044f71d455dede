using System.Runtime.InteropServices;

namespace TeacherGrowthHub.Search.Evaluation;

/// <summary>CPU time of the calling thread: a busy machine does not change it, as it changes wall time.</summary>
internal static partial class ThreadTime
{
    private const int ThreadCpuClock = 3; // CLOCK_THREAD_CPUTIME_ID

    public static double Milliseconds
    {
        get
        {
            _ = GetTime(ThreadCpuClock, out var time);
            return time.Seconds * 1000.0 + time.Nanoseconds / 1e6;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);
}
