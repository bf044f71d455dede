using TeacherGrowthHub.Benchmarks;

return args.FirstOrDefault() switch
{
    null or "pages" => await PagesBenchmark.RunAsync(),
    "start" => await StartBenchmark.RunAsync(),
    "imports" => await ImportsBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: ./hub bench [pages|start|imports]");
    return 2;
}
