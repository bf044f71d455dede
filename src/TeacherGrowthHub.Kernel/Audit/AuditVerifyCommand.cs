using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Kernel.Audit;

/// <summary>Checks the audit trail against changes from outside.</summary>
public sealed class AuditVerifyCommand(AuditVerification verification) : IHubCommand
{
    private const string Head = "--head";
    private const int Broken = 1;
    private const int WrongArguments = 2;

    public string Verb => "audit verify";

    public string Usage =>
        "[--head HASH]: check that no line of the audit trail was changed, removed or put in; HASH, noted earlier, must still be there";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not ([] or [Head, _]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        var head = arguments is [_, var hash] ? hash.Trim().ToLowerInvariant() : null;
        var verdict = await verification.RunAsync(head, cancellationToken);
        Console.WriteLine($"{verdict.Count} lines are right. Last line {verdict.LastId}, hash {verdict.LastHash}");
        if (verdict.IsWhole)
            return 0;
        await Console.Error.WriteLineAsync(verdict.Problem);
        return Broken;
    }
}
