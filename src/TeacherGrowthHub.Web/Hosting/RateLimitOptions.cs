namespace TeacherGrowthHub.Web.Hosting;

/// <summary>Section <c>RateLimits</c>: how often one account, or one address nobody has signed in from, may ask. Counted on each node.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    public bool Enabled { get; set; } = true;

    /// <summary>Passwords, codes and tokens: a whole school behind one address signs in on Monday at eight, some with a second try.</summary>
    public RateLimit SignIn { get; set; } = new(PerAccount: 60, PerAddress: 600, TimeSpan.FromMinutes(5));

    /// <summary>Searches, page and API.</summary>
    public RateLimit Search { get; set; } = new(PerAccount: 120, PerAddress: 1200, TimeSpan.FromMinutes(1));

    /// <summary>Uploads: pieces of 8 MB from a fast network, or forms with a file.</summary>
    public RateLimit Upload { get; set; } = new(PerAccount: 1200, PerAddress: 1200, TimeSpan.FromMinutes(1));

    /// <summary>Everything else of the API.</summary>
    public RateLimit Api { get; set; } = new(PerAccount: 600, PerAddress: 2400, TimeSpan.FromMinutes(1));
}

/// <summary>So many requests in a window of time.</summary>
public sealed record RateLimit
{
    public RateLimit() { }

    public RateLimit(int PerAccount, int PerAddress, TimeSpan Window) =>
        (this.PerAccount, this.PerAddress, this.Window) = (PerAccount, PerAddress, Window);

    /// <summary>Requests of somebody signed in.</summary>
    public int PerAccount { get; set; }

    /// <summary>Requests of all guests of one address; of one /64 network with IPv6.</summary>
    public int PerAddress { get; set; }
    public TimeSpan Window { get; set; }
}
