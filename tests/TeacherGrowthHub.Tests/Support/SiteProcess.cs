using System.Diagnostics;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>The site as a process of its own, to be killed.</summary>
public sealed class SiteProcess : IDisposable
{
    private const string Announcement = "TeacherGrowthHub is listening on ";
    private readonly Process _process;

    private SiteProcess(Process process, Uri address) => (_process, Client) = (process, new HttpClient { BaseAddress = address });

    public HttpClient Client { get; }

    /// <summary>Starts a demo site on a data folder and waits until it listens.</summary>
    public static async Task<SiteProcess> StartAsync(string folder)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TeacherGrowthHub.Web.dll"), "serve"])
        {
            RedirectStandardOutput = true,
        };
        info.Environment["HUB_DATA"] = folder;
        info.Environment["HUB_URLS"] = "http://127.0.0.1:0";
        info.Environment["HUB_DEMO_PASSWORD"] = TestSite.Password;
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Demo";
        var process = Process.Start(info)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Announcement, StringComparison.Ordinal))
                continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new SiteProcess(process, new Uri(line[Announcement.Length..]));
        }
        throw new InvalidOperationException("The site did not start.");
    }

    /// <summary>SIGKILL: no goodbye.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        Client.Dispose();
    }
}
