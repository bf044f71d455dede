using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.Benchmarks;

/// <summary>
/// Hours of 50,000 teachers, first with 200,000 lines of the ledger, then with two million: a teacher's own page and the city's figures with
/// eight people at once, eight officers who certify in bulk, and the verification of the whole ledger. The database is the one the environment names (<c>Database__Provider</c>).
/// </summary>
internal static partial class HoursBenchmark
{
    private const int Teachers = 50_000;
    private const int FewEntries = 200_000;
    private const int ManyEntries = 2_000_000;
    private const int People = 8;
    private const int WarmUps = 800;
    private const int Requests = 300;
    private const int ClaimsOfAnAct = 500;
    private const int Rounds = 6;
    private const string Queue = "/certify?lower=true";

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
        await SeedAsync(folder, "claims", People * ClaimsOfAnAct * Rounds);
        await CertifyAsync(folder);
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
        await Task.WhenAll(clients.Select(client => AskAsync(client, path, WarmUps)));
        var before = site.CpuSeconds;
        var times = (await Task.WhenAll(clients.Select(client => AskAsync(client, path, Requests))))
            .SelectMany(asked => asked)
            .Order()
            .ToList();
        var cpu = (site.CpuSeconds - before) * 1000 / times.Count;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {entries} | {times[times.Count / 2]:0.0} ms | {times[times.Count * 99 / 100]:0.0} ms | {cpu:0.0} ms |"
            )
        );
        clients.ForEach(client => client.Dispose());
    }

    // What a browser sends after the preview; the ids are read from the pages of the queue before the clock runs.
    private static async Task CertifyAsync(string folder)
    {
        using var site = await MeasuredSite.StartAsync(folder);
        var officers = new List<HttpClient>();
        for (var i = 0; i < People; i++)
            officers.Add(await site.SignInAsync("demo-city-officer"));
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var forms = await FormsAsync(officers[0]);
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(officers.Zip(forms, PostAsync));
            rates.Add(People * ClaimsOfAnAct / watch.Elapsed.TotalSeconds);
        }
        officers.ForEach(officer => officer.Dispose());
        var each = string.Join(", ", rates.Select(rate => rate.ToString("0", CultureInfo.InvariantCulture)));
        Console.WriteLine($"{People} officers certify {ClaimsOfAnAct} claims each in one act, entries a second by round: {each}");
    }

    private static async Task<List<List<string>>> FormsAsync(HttpClient officer)
    {
        var ids = new List<string>();
        for (var page = 1; ids.Count < People * ClaimsOfAnAct; page++)
        {
            var found = ClaimBox()
                .Matches(await officer.GetStringAsync($"{Queue}&p={page}"))
                .Select(match => match.Groups["id"].Value)
                .ToList();
            if (found.Count == 0)
                throw new InvalidOperationException($"Page {page} of the queue is empty.");
            ids.AddRange(found);
        }
        return [.. ids.Chunk(ClaimsOfAnAct).Take(People).Select(chunk => chunk.ToList())];
    }

    private static async Task PostAsync(HttpClient officer, List<string> ids)
    {
        var token = MeasuredSite.TokenOf(await officer.GetStringAsync("/certify/enter"));
        var fields = ids.Select(id => KeyValuePair.Create("Ids", id)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        using var answer = await officer.PostAsync("/certify/bulk?handler=Certify", new FormUrlEncodedContent(fields));
        var done = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        if (!done.Contains($"已认定 {ids.Count} 条", StringComparison.Ordinal))
            throw new InvalidOperationException("Not all of the claims were certified.");
    }

    [GeneratedRegex("name=\"Ids\" value=\"(?<id>[^\"]+)\"")]
    private static partial Regex ClaimBox();

    private static async Task<List<double>> AskAsync(HttpClient client, string path, int requests)
    {
        var times = new List<double>(requests);
        for (var i = 0; i < requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await client.GetStringAsync(path);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return times;
    }
}
