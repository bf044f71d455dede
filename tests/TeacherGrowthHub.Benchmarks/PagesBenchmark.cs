using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.Benchmarks;

/// <summary>Requests per second and CPU per request of guests' pages, as ratios to a bare text endpoint of the same process.</summary>
internal static partial class PagesBenchmark
{
    private const int Seconds = 8;
    private const int ManyWorks = 10_000;
    private static readonly string Word = Uri.EscapeDataString("情绪");
    private static readonly string Sentence = Uri.EscapeDataString("孩子在校门口哭不肯进教室");

    // Long enough for the just-in-time compiler to have seen every method often and compiled it for good.
    private const int WarmUp = 8;

    // A cookie of ours keeps a request out of the cache, as a signed-in person's does.
    private const string PastTheCache = "Cookie: hub.bench=1";

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        using (var site = await MeasuredSite.StartAsync(folder))
        {
            var work = LessonId().Match(await site.GetAsync("/resources?kind=lesson")).Groups["id"].Value;
            Measure(
                site,
                [
                    ("resource page, cached", "/resources/" + work, true),
                    ("browse page, cached", "/resources", true),
                    ("search page, cached", "/search?q=" + Word, true),
                    ("resource page", "/resources/" + work, false),
                    ("browse page", "/resources", false),
                    ("search page", "/search?q=" + Word, false),
                ]
            );
        }
        await MeasuredSite.RunAsync(folder, "seed", "scale", "--works", ManyWorks.ToString(CultureInfo.InvariantCulture));
        using var large = await MeasuredSite.StartAsync(folder);
        Console.WriteLine($"With {ManyWorks} works more, {await WaitForIndexAsync(large)} of them for guests:");
        Measure(
            large,
            [
                ("browse page", "/resources", false),
                ("browse page, two facets", "/resources?area=D&kind=lesson", false),
                ("search page, a word", "/search?q=" + Word, false),
                ("search page, a sentence", "/search?q=" + Sentence, false),
            ]
        );
        return 0;
    }

    private static void Measure(MeasuredSite site, IEnumerable<(string Name, string Path, bool IsCached)> pages)
    {
        double bare = 0;
        Console.WriteLine("| page | requests/s | p99 | CPU per request | ratio |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, path, isCached) in pages.Prepend(("bare text endpoint", "/ping", true)))
        {
            Load(site.Address + path, isCached, WarmUp);
            var before = site.CpuSeconds;
            var result = Load(site.Address + path, isCached, Seconds);
            var cpu = (site.CpuSeconds - before) / Math.Max(1, result.Requests) * 1000;
            bare = bare == 0 ? result.PerSecond : bare;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {result.PerSecond:0} | {result.P99} | {cpu:0.000} ms | {result.PerSecond / bare:0.00} |"
                )
            );
        }
    }

    // The index has caught up when it no longer grows.
    private static async Task<int> WaitForIndexAsync(MeasuredSite site)
    {
        int before,
            now = 0;
        do
        {
            before = now;
            await Task.Delay(TimeSpan.FromSeconds(5));
            now = int.Parse(Total().Match(await site.GetAsync("/api/v1/search")).Groups["total"].Value, CultureInfo.InvariantCulture);
        } while (now > before || now < ManyWorks / 2);
        return now;
    }

    private static (double PerSecond, double Requests, string P99) Load(string url, bool isCached, int seconds)
    {
        string[] arguments = ["-t1", "-c8", $"-d{seconds}s", "--latency", .. isCached ? (string[])[] : ["-H", PastTheCache], url];
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var report = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return (
            double.Parse(Rate().Match(report).Groups["rate"].Value, CultureInfo.InvariantCulture),
            double.Parse(Count().Match(report).Groups["count"].Value, CultureInfo.InvariantCulture),
            P99().Match(report).Groups["time"].Value
        );
    }

    [GeneratedRegex("/resources/(?<id>[0-9a-z]{26})\"")]
    private static partial Regex LessonId();

    [GeneratedRegex(@"""total"":(?<total>\d+)")]
    private static partial Regex Total();

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"(?<count>[0-9]+) requests in")]
    private static partial Regex Count();

    [GeneratedRegex(@"99%\s+(?<time>\S+)")]
    private static partial Regex P99();
}
