namespace TeacherGrowthHub.Kernel.Backup;

/// <summary>Says how far it has come: at most once a second on a terminal, every ten seconds in a log.</summary>
public sealed class BackupProgress(TextWriter output, bool isTerminal, TimeProvider clock)
{
    private const double Mega = 1 << 20;
    private static readonly TimeSpan OnTerminal = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(10);
    private string _stage = "";
    private long _total;
    private long _done;
    private long _shownAt;

    /// <summary>For the process's own error stream.</summary>
    public static BackupProgress OnConsole(TimeProvider clock) => new(Console.Error, !Console.IsErrorRedirected, clock);

    /// <summary>Begins a stage.</summary>
    /// <param name="stage">What is done now.</param>
    /// <param name="total">Bytes there are to do, as far as is known.</param>
    public void Begin(string stage, long total)
    {
        (_stage, _total, _done) = (stage, total, 0);
        Show();
    }

    public void Add(long bytes)
    {
        _done += bytes;
        if (clock.GetElapsedTime(_shownAt) >= (isTerminal ? OnTerminal : InLog))
            Show();
    }

    public void End()
    {
        _total = _done;
        Show();
        if (isTerminal)
            output.WriteLine();
    }

    private void Show()
    {
        _shownAt = clock.GetTimestamp();
        // The size of compressed tables is an estimate: what is left is never negative.
        var percent = _total == 0 ? 100 : Math.Min(100, 100 * _done / _total);
        var line = FormattableString.Invariant($"{_stage}: {percent} %, {_done / Mega:0.0} of {Math.Max(_total, _done) / Mega:0.0} MB");
        if (isTerminal)
            output.Write('\r' + line.PadRight(70));
        else
            output.WriteLine(line);
    }
}
