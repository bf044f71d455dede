using TeacherGrowthHub.Benchmarks;

return args.FirstOrDefault() switch
{
    null or "pages" => await PagesBenchmark.RunAsync(),
    "people" => await PeopleBenchmark.RunAsync(),
    "start" => await StartBenchmark.RunAsync(),
    "imports" => await ImportsBenchmark.RunAsync(),
    "hours" => await HoursBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./hub bench [pages|people|start|imports|hours]");
    return 2;
}
