using System.Text;
using AngleSharp.Dom;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>The page on which an author fills in a lesson, as a browser posts it.</summary>
internal static class WorkPage
{
    public const string Typed = "写了很久的设计理念";

    /// <summary>Everything a complete lesson needs.</summary>
    public static Dictionary<string, string> Fields(string title) =>
        new()
        {
            ["Form.Title"] = title,
            ["Form.Summary"] = "",
            ["Form.Form"] = "psychLesson",
            ["Form.Periods"] = "1",
            ["Form.Minutes"] = "40",
            ["Form.Stages"] = "J",
            ["Form.Grades"] = "7",
            ["Form.Areas"] = "D",
            ["Form.Keywords"] = "情绪",
            ["Form.Authors"] = "作者",
            ["Form.License"] = "CC-BY-NC-SA-4.0",
            ["Form.RightsStated"] = "true",
            ["Form.Sections[ideas]"] = Typed,
            ["Form.Sections[goals]"] = "",
            ["Form.Steps[0].Name"] = "暖身",
            ["Form.Steps[0].Minutes"] = "5",
            ["Form.Steps[0].Teacher"] = "天气播报",
            ["Form.Steps[0].Students"] = "",
            ["Form.Steps[0].Intent"] = "",
        };

    public static async Task<Visitor> SignInAsync(this Stage stage, HubUser? user = null) =>
        await Visitor.SignedInAsync(stage.Site, await new Cast(stage.Site).LoginOfAsync(user ?? stage.Author));

    public static Task<HttpResponseMessage> PostAsync(
        this Visitor author,
        string id,
        Dictionary<string, string> fields,
        string handler = "Save"
    ) => author.SubmitAsync("/my/resources/" + id, fields, handler);

    public static string? Value(this IDocument page, string selector) => page.QuerySelector(selector)!.GetAttribute("value");

    /// <summary>What a page says is wrong.</summary>
    public static string Problem(this IDocument page) => page.QuerySelector("[role=alert]")!.TextContent.Trim();

    public static Task<HttpResponseMessage> SendAsync(this Visitor visitor, HttpMethod method, string path, string body, string type) =>
        visitor.Client.SendAsync(new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, type) });

    public static Task<HttpResponseMessage> SendJsonAsync(this Visitor visitor, HttpMethod method, string path, string json) =>
        visitor.SendAsync(method, path, json, "application/json");

    /// <summary>The Chinese sentence of a problem document.</summary>
    public static async Task<string> DetailAsync(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", body);
        var detail = System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("detail").GetString()!;
        detail.ShouldMatch(@"[\u4e00-\u9fff]{2,}");
        return detail;
    }
}
