using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.Benchmarks;

/// <summary>The list of teachers over 50,000, as the administrator of the whole city sees it: time and CPU of single requests, one after another.</summary>
internal static partial class PeopleBenchmark
{
    private const int Teachers = 50_000;
    private const int WarmUp = 100;
    private const int Requests = 300;
    private const string List = "/admin/teachers";
    private static readonly string County = Uri.EscapeDataString("baoshan/tengchong/");
    private static readonly string Name = Uri.EscapeDataString("晨");

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        using (await MeasuredSite.StartAsync(folder)) { }
        await MeasuredSite.RunAsync(folder, "seed", "scale", "--teachers", Teachers.ToString(CultureInfo.InvariantCulture));
        using var site = await MeasuredSite.StartAsync(folder);
        using var client = await site.SignInAsync("demo-admin");
        var pages = PageNumber()
            .Matches(await client.GetStringAsync(List))
            .Max(match => int.Parse(match.Groups["page"].Value, CultureInfo.InvariantCulture));
        Console.WriteLine($"{Teachers} teachers, {Requests} requests each:");
        Console.WriteLine("| page | p50 | p99 | CPU per request |");
        Console.WriteLine("|---|---|---|---|");
        await MeasureAsync(site, client, "unfiltered, first page", List);
        await MeasureAsync(site, client, "one county", $"{List}?org={County}");
        await MeasureAsync(site, client, "class teachers", $"{List}?duty=ClassTeacher");
        await MeasureAsync(site, client, "full-time psychology teachers of one title", $"{List}?post=FullTimePsych&title=" + Title);
        await MeasureAsync(site, client, "part of a name", $"{List}?q={Name}");
        await MeasureAsync(site, client, "beginning of a number", $"{List}?q=sample-0123");
        await MeasureAsync(site, client, "unfiltered, last page", $"{List}?p={pages}");
        return 0;
    }

    private static string Title => Uri.EscapeDataString("一级教师");

    private static async Task MeasureAsync(MeasuredSite site, HttpClient client, string name, string path)
    {
        for (var i = 0; i < WarmUp; i++)
            await client.GetStringAsync(path);
        var times = new List<double>(Requests);
        var before = site.CpuSeconds;
        for (var i = 0; i < Requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await client.GetStringAsync(path);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        var cpu = (site.CpuSeconds - before) * 1000 / Requests;
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {times[Requests / 2]:0.0} ms | {times[Requests * 99 / 100]:0.0} ms | {cpu:0.0} ms |"
            )
        );
    }

    [GeneratedRegex(@"[?&;]p=(?<page>\d+)""")]
    private static partial Regex PageNumber();
}
