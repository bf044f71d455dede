using TeacherGrowthHub.Benchmarks;

return args.FirstOrDefault() switch
{
    null or "pages" => await PagesBenchmark.RunAsync(),
    "start" => await StartBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./hub bench [pages|start]");
    return 2;
}
