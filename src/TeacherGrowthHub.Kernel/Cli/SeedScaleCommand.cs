using System.Diagnostics;
using System.Globalization;

namespace TeacherGrowthHub.Kernel.Cli;

/// <summary>Fills a site with made-up things of every module that brings an <see cref="IScaleSeed"/>, to measure it.</summary>
public sealed class SeedScaleCommand(IEnumerable<IScaleSeed> seeds) : IHubCommand
{
    private const string DefaultOption = "works";
    private const int DefaultCount = 10_000;
    private const int WrongArguments = 2;
    private readonly List<IScaleSeed> _seeds = [.. seeds.OrderBy(seed => seed.Order)];

    public string Verb => "seed scale";

    public string Usage =>
        $"[{string.Join(' ', _seeds.Select(seed => $"--{seed.Option} NUMBER"))}]: fill the site with so many made-up things, {DefaultCount} {DefaultOption} unless told";

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (Read(arguments) is not { } wanted)
        {
            await Console.Error.WriteLineAsync(Usage);
            return WrongArguments;
        }
        foreach (var seed in _seeds.Where(seed => wanted.ContainsKey(seed.Option)))
        {
            var watch = Stopwatch.StartNew();
            await seed.SeedAsync(wanted[seed.Option], cancellationToken);
            Console.WriteLine($"\r{wanted[seed.Option]} {seed.Option} in {watch.Elapsed.TotalSeconds:0} s");
        }
        return 0;
    }

    private Dictionary<string, int>? Read(string[] arguments)
    {
        var wanted = new Dictionary<string, int>();
        if (arguments.Length == 0)
            wanted[DefaultOption] = DefaultCount;
        foreach (var pair in arguments.Chunk(2))
        {
            var isRight =
                pair is [['-', '-', .. var option], var number]
                && _seeds.Exists(seed => seed.Option == option)
                && int.TryParse(number, CultureInfo.InvariantCulture, out var count)
                && count > 0
                && wanted.TryAdd(option, count);
            if (!isRight)
                return null;
        }
        return wanted;
    }
}
