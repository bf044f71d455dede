using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class KilledProcessTests
{
    /// <summary>The file is stored and its reading asked for in one commit; the process dies before anybody can have read it.</summary>
    [Fact]
    public async Task Should_do_after_a_restart_what_a_killed_process_left_undone()
    {
        var folder = Directory.CreateTempSubdirectory("hub-killed-").FullName;
        string work;
        using (var first = await SiteProcess.StartAsync(folder))
        {
            await SignInAsync(first.Client);
            work = (await PostAsync(first.Client, "/api/v1/resources", new { kind = "lesson" }))["id"]!.ToString();
            await UploadAsync(first.Client, work, Documents.Lesson("杀不死的教案"));
        }
        using var second = await SiteProcess.StartAsync(folder);
        await SignInAsync(second.Client);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await IsReadAsync(second.Client, work))
            await Task.Delay(100, deadline.Token);
        var saved = await PutAsync(second.Client, work);
        saved.ShouldBe(409, "the form was filled from the file, so the revision moved on");
    }

    private static async Task SignInAsync(HttpClient client)
    {
        var token = await PostAsync(client, "/api/v1/token", new { login = "demo-teacher", password = TestSite.Password });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token["token"]!.ToString());
    }

    private static async Task UploadAsync(HttpClient client, string work, byte[] bytes)
    {
        static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        client.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        using var open = new HttpRequestMessage(HttpMethod.Post, "/api/v1/uploads");
        open.Headers.Add("Upload-Length", bytes.Length.ToString());
        open.Headers.Add("Upload-Metadata", $"filename {Encode("plan.docx")},work {Encode(work)}");
        var address = (await client.SendAsync(open)).Headers.Location;
        using var send = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new ByteArrayContent(bytes) };
        send.Headers.Add("Upload-Offset", "0");
        send.Content.Headers.ContentType = new("application/offset+octet-stream");
        (await client.SendAsync(send)).EnsureSuccessStatusCode();
    }

    private static async Task<bool> IsReadAsync(HttpClient client, string work) =>
        (bool)JsonNode.Parse(await client.GetStringAsync($"/api/v1/resources/{work}/reading"))!["isFinished"]!;

    private static async Task<int> PutAsync(HttpClient client, string work) =>
        (int)(await client.PutAsJsonAsync($"/api/v1/resources/{work}", new { revision = 1, content = new { title = "x" } })).StatusCode;

    private static async Task<JsonNode> PostAsync(HttpClient client, string path, object body)
    {
        var answer = await client.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
