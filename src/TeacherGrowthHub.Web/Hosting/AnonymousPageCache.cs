using Microsoft.AspNetCore.OutputCaching;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>
/// Keeps pages of guests for a short while. Only requests without any cookie of ours are stored, and only answers that set
/// none and may be stored: such a page holds neither a token nor anything of a person.
/// </summary>
public sealed class AnonymousPageCache : IOutputCachePolicy
{
    /// <summary>Tag of every cached page; evicted when published content changes.</summary>
    public const string Tag = "pages";
    private static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(60);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var cacheable = HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("Authorization") && !HasPersonalCookie(request);
        context.EnableOutputCaching = cacheable;
        context.AllowCacheLookup = cacheable;
        context.AllowCacheStorage = cacheable;
        context.AllowLocking = cacheable;
        context.ResponseExpirationTimeSpan = KeepFor;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["culture"] = request.Cookies["hub.culture"] ?? "";
        context.Tags.Add(Tag);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        var isPage = response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
        var mayBeStored = response.GetTypedHeaders().CacheControl?.NoStore != true;
        if (response.StatusCode != StatusCodes.Status200OK || !isPage || !mayBeStored || response.Headers.SetCookie.Count > 0)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    private static bool HasPersonalCookie(HttpRequest request) =>
        request.Cookies.Keys.Any(name => name.StartsWith("hub.", StringComparison.Ordinal) && name != "hub.culture");
}

public static class AnonymousPageCacheRegistration
{
    private const long MemoryLimitBytes = 64 * 1024 * 1024;

    public static IServiceCollection AddAnonymousPageCache(this IServiceCollection services) =>
        services.AddOutputCache(options =>
        {
            options.SizeLimit = MemoryLimitBytes;
            options.AddBasePolicy(new AnonymousPageCache());
        });
}
