using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Keeps one account or address from taking the site away from everybody, and from guessing passwords.</summary>
public static class RateLimiting
{
    private const int NetworkBytes = 8;

    public static IServiceCollection AddHubRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<RateLimitOptions>(configuration.GetSection(RateLimitOptions.Section));
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<RateLimitOptions>>(
                (limiter, limits) =>
                {
                    limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                    limiter.OnRejected = ExplainAsync;
                    limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                        PartitionOf(context, limits.Value)
                    );
                }
            );
        return services.AddRateLimiter(_ => { });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, RateLimitOptions limits)
    {
        if (!limits.Enabled || LimitOf(context.Request, limits) is not var (name, limit))
            return RateLimitPartition.GetNoLimiter("");
        var account = context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        return RateLimitPartition.GetFixedWindowLimiter(
            $"{name} {account ?? NetworkOf(context.Connection.RemoteIpAddress)}",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = account is null ? limit.PerAddress : limit.PerAccount,
                Window = limit.Window,
                QueueLimit = 0,
            }
        );
    }

    private static (string Name, RateLimit Limit)? LimitOf(HttpRequest request, RateLimitOptions limits)
    {
        var isPost = HttpMethods.IsPost(request.Method);
        if (isPost && (request.Path.StartsWithSegments("/account") || request.Path.StartsWithSegments("/api/v1/token")))
            return ("sign-in", limits.SignIn);
        if (request.Path.StartsWithSegments("/search") || request.Path.StartsWithSegments("/api/v1/search"))
            return ("search", limits.Search);
        if (IsUpload(request, isPost))
            return ("upload", limits.Upload);
        return request.Path.StartsWithSegments("/api") ? ("api", limits.Api) : null;
    }

    private static bool IsUpload(HttpRequest request, bool isPost) =>
        request.Path.StartsWithSegments("/api/v1/uploads")
            ? isPost || HttpMethods.IsPatch(request.Method)
            : isPost && request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    // Whoever has one IPv6 address has its whole /64.
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)
            : address.ToString();
    }

    // The answer's body comes from the status pages.
    private static ValueTask ExplainAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromMinutes(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer>();
        context.Items[StatusPages.ReasonKey] = texts["请求太频繁，请在 {0} 秒后再试。", seconds].Value;
        return ValueTask.CompletedTask;
    }
}
