using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TeacherGrowthHub.Benchmarks;

/// <summary>The built site as a process of its own, with the demo's data in a new folder.</summary>
internal sealed partial class MeasuredSite : IDisposable
{
    /// <summary>Password of the demo accounts.</summary>
    public const string DemoPassword = "bench-pass-2026";
    private const string Dll = "src/TeacherGrowthHub.Web/bin/Release/net10.0/linux-x64/TeacherGrowthHub.Web.dll";

    private const double TicksPerSecond = 100; // USER_HZ of every Linux that .NET runs on
    private readonly Process _process;
    private readonly HttpClient _client;

    private MeasuredSite(Process process, string address, TimeSpan start)
    {
        _process = process;
        Address = address;
        Start = start;
        _client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public string Address { get; }

    /// <summary>From the start of the process to the first page served.</summary>
    public TimeSpan Start { get; }

    /// <summary>CPU seconds the process has used.</summary>
    public double CpuSeconds
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture))
                / TicksPerSecond;
        }
    }

    /// <summary>Resident memory in megabytes.</summary>
    public double ResidentMegabytes => StatusMegabytes("VmRSS");

    /// <summary>The most resident memory the process has had, in megabytes.</summary>
    public double PeakMegabytes => StatusMegabytes("VmHWM");

    public static async Task<MeasuredSite> StartAsync(string folder)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var watch = Stopwatch.StartNew();
        var process = Launch(folder, address, "serve");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        while (!await ServesAsync(client))
            await Task.Delay(20);
        return new MeasuredSite(process, address, watch.Elapsed);
    }

    /// <summary>Runs a verb of the application on the data of a site that is not running.</summary>
    public static async Task RunAsync(string folder, params string[] verb)
    {
        using var process = Launch(folder, "http://127.0.0.1:0", verb);
        await process.WaitForExitAsync();
    }

    private static Process Launch(string folder, string address, params string[] verb)
    {
        var info = new ProcessStartInfo("dotnet", [Dll, .. verb]) { RedirectStandardOutput = true };
        info.Environment["HUB_DATA"] = folder;
        info.Environment["HUB_URLS"] = address;
        info.Environment["HUB_DEMO_PASSWORD"] = DemoPassword;
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Demo";
        info.Environment["RateLimits__Enabled"] = "false";
        info.Environment["Demo__SampleHours"] = "false";
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private double StatusMegabytes(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(text => text.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>A browser in which a demo account has signed in.</summary>
    public async Task<HttpClient> SignInAsync(string login)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Address) };
        var token = TokenOf(await client.GetStringAsync("/account/signin"));
        using var answer = await client.PostAsync(
            "/account/signin",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["Login"] = login,
                    ["Password"] = DemoPassword,
                    ["__RequestVerificationToken"] = token,
                }
            )
        );
        answer.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>The anti-forgery token of a page's form.</summary>
    public static string TokenOf(string page) => Token().Match(page).Groups["token"].Value;

    public Task<string> GetAsync(string path) => _client.GetStringAsync(path);

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _client.Dispose();
    }

    private static async Task<bool> ServesAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
