using System.Diagnostics;
using System.Globalization;

namespace TeacherGrowthHub.Benchmarks;

/// <summary>
/// Hours of 50,000 teachers, first with 200,000 lines of the ledger, then with two million: a teacher's own page and the city's figures with
/// eight people at once, and the verification of the whole ledger. The database is the one the environment names (<c>Database__Provider</c>).
/// </summary>
internal static class HoursBenchmark
{
    private const int Teachers = 50_000;
    private const int FewEntries = 200_000;
    private const int ManyEntries = 2_000_000;
    private const int People = 8;
    private const int Requests = 100;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        using (await MeasuredSite.StartAsync(folder)) { }
        await SeedAsync(folder, "teachers", Teachers);
        Console.WriteLine($"{Teachers} teachers, {People} people at once, {Requests} requests each:");
        Console.WriteLine("| page | lines | p50 | p99 | CPU per request |");
        Console.WriteLine("|---|---|---|---|---|");
        await SeedAsync(folder, "entries", FewEntries);
        await MeasureAsync(folder, FewEntries);
        await SeedAsync(folder, "entries", ManyEntries - FewEntries);
        await MeasureAsync(folder, ManyEntries);
        var watch = Stopwatch.StartNew();
        await MeasuredSite.RunAsync(folder, "ledger", "verify");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"ledger verify: {watch.Elapsed.TotalSeconds:0.0} s for {ManyEntries} lines, start of the process included"
            )
        );
        return 0;
    }

    private static Task SeedAsync(string folder, string option, int count) =>
        MeasuredSite.RunAsync(folder, "seed", "scale", "--" + option, count.ToString(CultureInfo.InvariantCulture));

    private static async Task MeasureAsync(string folder, int entries)
    {
        using var site = await MeasuredSite.StartAsync(folder);
        await MeasureAsync(site, "my hours", "demo-teacher", "/my/hours", entries);
        await MeasureAsync(site, "the city's figures", "demo-city", "/figures", entries);
    }

    private static async Task MeasureAsync(MeasuredSite site, string name, string login, string path, int entries)
    {
        var clients = new List<HttpClient>();
        for (var i = 0; i < People; i++)
            clients.Add(await site.SignInAsync(login));
        await Task.WhenAll(clients.Select(client => AskAsync(client, path)));
        var before = site.CpuSeconds;
        var times = (await Task.WhenAll(clients.Select(client => AskAsync(client, path)))).SelectMany(asked => asked).Order().ToList();
        var cpu = (site.CpuSeconds - before) * 1000 / times.Count;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {entries} | {times[times.Count / 2]:0.0} ms | {times[times.Count * 99 / 100]:0.0} ms | {cpu:0.0} ms |"
            )
        );
        clients.ForEach(client => client.Dispose());
    }

    private static async Task<List<double>> AskAsync(HttpClient client, string path)
    {
        var times = new List<double>(Requests);
        for (var i = 0; i < Requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await client.GetStringAsync(path);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }
}
