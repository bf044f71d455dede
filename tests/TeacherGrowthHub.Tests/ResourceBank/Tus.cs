using System.Net;
using System.Text;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>Uploads by the tus 1.0 protocol, step by step.</summary>
internal static class Tus
{
    /// <summary>Uploads a whole file to a draft and waits until it has been read.</summary>
    public static async Task AttachAsync(Visitor visitor, TestSite site, string workId, string name, byte[] bytes)
    {
        var address = await OpenAsync(visitor, workId, name, bytes.Length);
        (await SendAsync(visitor, address, 0, bytes)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await site.SettleAsync();
    }

    /// <returns>The address of the new upload.</returns>
    public static async Task<string> OpenAsync(Visitor visitor, string workId, string name, long length)
    {
        var answer = await CreateAsync(visitor, workId, name, length);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return answer.Headers.Location!.ToString();
    }

    public static Task<HttpResponseMessage> CreateAsync(Visitor visitor, string workId, string name, long length)
    {
        static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        var request = Request(HttpMethod.Post, "/api/v1/uploads");
        request.Headers.Add("Upload-Length", length.ToString());
        request.Headers.Add("Upload-Metadata", $"filename {Encode(name)},work {Encode(workId)}");
        return visitor.Client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> SendAsync(Visitor visitor, string address, long offset, byte[] bytes)
    {
        var request = Request(HttpMethod.Patch, address);
        request.Headers.Add("Upload-Offset", offset.ToString());
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new("application/offset+octet-stream");
        return visitor.Client.SendAsync(request);
    }

    public static async Task<string> OffsetAsync(Visitor visitor, string address) =>
        (await visitor.Client.SendAsync(Request(HttpMethod.Head, address))).Headers.GetValues("Upload-Offset").Single();

    public static HttpRequestMessage Request(HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        return request;
    }
}
