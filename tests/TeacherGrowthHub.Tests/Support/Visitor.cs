using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>A browser without a screen: cookies, forms with their hidden fields, no redirects followed by itself.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    public Visitor(TestSite site)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies };
        _client = new HttpClient(handler) { BaseAddress = site.Address };
    }

    public HttpClient Client => _client;

    /// <summary>What the browser would send as its Cookie header.</summary>
    public string Cookies => _cookies.GetCookieHeader(_client.BaseAddress!);

    /// <summary>A visitor who has signed in.</summary>
    public static async Task<Visitor> SignedInAsync(TestSite site, string login, string password = TestSite.Password)
    {
        var visitor = new Visitor(site);
        var answer = await visitor.SubmitAsync("/account/signin", new() { ["Login"] = login, ["Password"] = password });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, "sign-in failed for " + login);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    /// <summary>The page as a document; any status.</summary>
    public async Task<IDocument> PageAsync(string path) => await ParseAsync(await _client.GetAsync(path));

    /// <summary>Opens a page, fills its post form and sends it.</summary>
    /// <param name="path">The page.</param>
    /// <param name="fields">Fields to set; hidden ones are kept.</param>
    /// <param name="handler">Handler of the page, if any.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string path, Dictionary<string, string> fields, string? handler = null)
    {
        var page = await PageAsync(path);
        var form = page.QuerySelectorAll("main form[method=post]")
            .First(f => f.GetAttribute("action")?.Contains("signout", StringComparison.Ordinal) != true);
        var all = form.QuerySelectorAll("input[type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields)
            all[name] = value;
        var target = handler is null ? path : path + (path.Contains('?') ? "&" : "?") + "handler=" + handler;
        return await _client.PostAsync(target, new FormUrlEncodedContent(all));
    }

    /// <summary>Everything a form would send as it stands, several fields of one name included; never more than the form holds.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(IElement form)
    {
        var inputs = form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(IsSent);
        return [.. inputs.Select(input => KeyValuePair.Create(input.GetAttribute("name")!, ValueOf(input)))];
    }

    /// <summary>Sends a form to its own address, with some fields filled in.</summary>
    public Task<HttpResponseMessage> SendAsync(IElement form, params (string Name, string Value)[] filled)
    {
        var untouched = FieldsOf(form).Where(field => filled.All(one => one.Name != field.Key));
        return SendFieldsAsync(
            form.GetAttribute("action")!,
            [.. untouched, .. filled.Select(field => KeyValuePair.Create(field.Name, field.Value))]
        );
    }

    /// <summary>Posts fields as they are.</summary>
    public Task<HttpResponseMessage> SendFieldsAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        _client.PostAsync(path, new FormUrlEncodedContent(fields));

    private static bool IsSent(IElement input) =>
        input.GetAttribute("type") is not ("checkbox" or "radio") || input.HasAttribute("checked");

    private static string ValueOf(IElement input) =>
        input switch
        {
            IHtmlSelectElement select => select.Value ?? "",
            IHtmlTextAreaElement area => area.Value,
            _ => input.GetAttribute("value") ?? "",
        };

    public static async Task<IDocument> ParseAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public void Dispose() => _client.Dispose();
}
