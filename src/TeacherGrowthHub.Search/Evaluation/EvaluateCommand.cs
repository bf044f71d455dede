using System.Text.Json;
using TeacherGrowthHub.Kernel.Cli;

namespace TeacherGrowthHub.Search.Evaluation;

/// <summary>Measures the production analysis and ranking on a collection of documents and questions.</summary>
public sealed class EvaluateCommand : IHubCommand
{
    private const int WrongArguments = 2;

    public string Verb => "search evaluate";

    public string Usage => "--docs FILE --queries FILE [--json]: mean reciprocal rank, recall and thread time of the production ranking";

    public bool NeedsDatabase => false;

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (Option(arguments, "--docs") is not { } documents || Option(arguments, "--queries") is not { } queries)
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        var report = await SearchEvaluation.RunAsync(documents, queries, cancellationToken);
        if (arguments.Contains("--json"))
            Console.WriteLine(
                JsonSerializer.Serialize(report, new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true })
            );
        else
            Print(report);
        return 0;
    }

    private static void Print(EvaluationReport report)
    {
        foreach (var (set, score) in report.Sets)
            Console.WriteLine(
                $"{set, -8} MRR@10 {score.Mrr10:0.0000}  R@1 {score.Recall1:0.0000}  R@10 {score.Recall10:0.0000}  ({score.Queries} queries)"
            );
        Console.WriteLine($"macro    MRR@10 {report.Mrr10:0.0000}  R@1 {report.Recall1:0.0000}  R@10 {report.Recall10:0.0000}");
        Console.WriteLine(
            $"thread CPU per query p50 {report.P50Ms:0.0} ms, p99 {report.P99Ms:0.0} ms; indexed in {report.IndexSeconds:0.0} s"
        );
    }

    private static string? Option(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
