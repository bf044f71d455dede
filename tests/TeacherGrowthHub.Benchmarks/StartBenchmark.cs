namespace TeacherGrowthHub.Benchmarks;

/// <summary>Process start to first page, and memory after a hundred pages.</summary>
internal static class StartBenchmark
{
    private const int Pages = 100;

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        using (var first = await MeasuredSite.StartAsync(folder))
            Console.WriteLine($"first start, empty folder: {first.Start.TotalSeconds:0.00} s to the first page");
        using var site = await MeasuredSite.StartAsync(folder);
        Console.WriteLine($"start: {site.Start.TotalSeconds:0.00} s to the first page");
        for (var i = 0; i < Pages; i++)
            await site.GetAsync($"/resources?p={i % 5 + 1}&q={i}");
        Console.WriteLine($"resident memory after {Pages} pages: {site.ResidentMegabytes:0} MB");
        return 0;
    }
}
