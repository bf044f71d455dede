using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Whose word is taken for the visitor's address and scheme: <c>Proxy:Trusted</c>, by default a proxy on this machine.</summary>
public static class ProxyTrust
{
    /// <summary>Addresses and networks with commas between them: <c>10.0.0.5, 10.1.0.0/16</c>.</summary>
    public const string Setting = "Proxy:Trusted";

    public static IServiceCollection AddProxyTrust(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            if (configuration[Setting] is not { Length: > 0 } trusted)
                return;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            // From proxy to proxy, as long as each is trusted.
            options.ForwardLimit = null;
            foreach (var entry in trusted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                Trust(options, entry);
        });

    private static void Trust(ForwardedHeadersOptions options, string entry)
    {
        if (IPAddress.TryParse(entry, out var address))
            options.KnownProxies.Add(address);
        else if (System.Net.IPNetwork.TryParse(entry, out var network))
            options.KnownIPNetworks.Add(network);
        else
            throw new InvalidOperationException($"{Setting}: “{entry}” is neither an address nor a network such as 10.1.0.0/16.");
    }
}
