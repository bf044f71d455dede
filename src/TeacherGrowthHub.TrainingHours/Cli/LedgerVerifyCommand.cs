using System.Globalization;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

namespace TeacherGrowthHub.TrainingHours.Cli;

/// <summary>Checks the ledger of hours against changes from outside.</summary>
public sealed class LedgerVerifyCommand(LedgerVerification verification, TimeProvider clock) : IHubCommand
{
    private const string Root = "--root";
    private const int Broken = 1;
    private const int WrongArguments = 2;

    public string Verb => "ledger verify";

    public string Usage =>
        "[--root ROOT]: recompute every line, chain, checkpoint and balance of the ledger; ROOT of a checkpoint, noted earlier, must still be there";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not ([] or [Root, _]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        var start = clock.GetTimestamp();
        var verdict = await verification.RunAsync(arguments is [_, var root] ? root.Trim().ToLowerInvariant() : null, cancellationToken);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{verdict.Entries} lines in {verdict.Chains} chains are right ({clock.GetElapsedTime(start).TotalSeconds:0.0} s)."
            )
        );
        if (verdict.Newest is { } newest)
            Console.WriteLine($"Checkpoint {newest.Number}: root {Convert.ToHexStringLower(newest.Root)}");
        if (verdict.Problem is not { } problem)
            return 0;
        await Console.Error.WriteLineAsync(problem.Text);
        return Broken;
    }
}
