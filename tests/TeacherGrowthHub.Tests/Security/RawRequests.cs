using System.Net;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Security;

/// <summary>Requests whose headers a test decides itself, cookies included.</summary>
internal sealed class RawRequests : IDisposable
{
    private readonly HttpClient _client;
    private readonly Dictionary<string, string> _headers;

    public RawRequests(TestSite site, params (string Name, string Value)[] headers)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Address };
        _headers = headers.ToDictionary(header => header.Name, header => header.Value);
    }

    /// <summary>As a trusted proxy with TLS passes it on.</summary>
    public static (string, string) Https => ("X-Forwarded-Proto", "https");

    public static (string, string) From(string address) => ("X-Forwarded-For", address);

    public Task<HttpResponseMessage> GetAsync(string path, string? cookies = null) => SendAsync(HttpMethod.Get, path, null, cookies);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? cookies = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in _headers)
            request.Headers.Add(name, value);
        if (!string.IsNullOrEmpty(cookies))
            request.Headers.Add("Cookie", cookies);
        return _client.SendAsync(request);
    }

    /// <summary>Opens the form of a page and posts it.</summary>
    /// <returns>The answer, and the cookies of page and answer as they were set.</returns>
    public async Task<(HttpResponseMessage Answer, IReadOnlyList<string> Cookies)> SubmitAsync(
        string path,
        Dictionary<string, string> fields,
        string cookies = ""
    )
    {
        var page = await GetAsync(path, cookies);
        var set = SetBy(page);
        var document = await Visitor.ParseAsync(page);
        fields["__RequestVerificationToken"] = document.QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), Join([cookies, .. set.Select(Pair)]));
        return (answer, [.. set, .. SetBy(answer)]);
    }

    public Task<(HttpResponseMessage Answer, IReadOnlyList<string> Cookies)> SignInAsync(
        string login = "demo-teacher",
        string password = TestSite.Password
    ) => SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = password });

    public static IReadOnlyList<string> SetBy(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];

    public static string Pair(string cookie) => cookie.Split(';')[0];

    public static string Join(IEnumerable<string> pairs) => string.Join("; ", pairs.Where(pair => pair.Length > 0));

    public void Dispose() => _client.Dispose();
}
