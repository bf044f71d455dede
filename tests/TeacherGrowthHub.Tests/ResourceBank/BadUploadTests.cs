using System.Net;
using System.Text;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

/// <summary>The protocol of uploads, spoken wrongly.</summary>
public sealed class BadUploadTests
{
    private const string Uploads = "/api/v1/uploads";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    public async Task Should_refuse_a_length_that_is_none(string? length)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var author = await stage.SignInAsync();
        var answer = await author.Client.SendAsync(Open(length, $"filename YQ==,work {Base64(await stage.DraftAsync())}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await answer.DetailAsync();
    }

    [Theory]
    [InlineData("filename ***", HttpStatusCode.UnprocessableEntity)]
    [InlineData("filename YQ==,filename YQ==", HttpStatusCode.UnprocessableEntity)]
    [InlineData("filename", HttpStatusCode.NotFound)]
    [InlineData("filename YQ==,work AA==", HttpStatusCode.NotFound)]
    [InlineData("filename YQ==,work /////w==", HttpStatusCode.NotFound)]
    public async Task Should_refuse_a_description_that_cannot_be_read(string metadata, HttpStatusCode status)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Postgres);
        using var author = await stage.SignInAsync();
        var answer = await author.Client.SendAsync(Open("4", metadata));
        answer.StatusCode.ShouldBe(status);
        await answer.DetailAsync();
    }

    [Theory]
    [InlineData(null, HttpStatusCode.UnprocessableEntity)]
    [InlineData("abc", HttpStatusCode.UnprocessableEntity)]
    [InlineData("-1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("99999999999999999999", HttpStatusCode.UnprocessableEntity)]
    [InlineData("3", HttpStatusCode.Conflict)]
    [InlineData("9223372036854775807", HttpStatusCode.Conflict)]
    public async Task Should_refuse_an_offset_that_is_not_where_it_stands(string? offset, HttpStatusCode status)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var author = await stage.SignInAsync();
        var address = await Tus.OpenAsync(author, await stage.DraftAsync(), "a.txt", 4);
        var answer = await author.Client.SendAsync(Patch(address, offset, "text"u8.ToArray()));
        answer.StatusCode.ShouldBe(status);
        await answer.DetailAsync();
        (await Tus.OffsetAsync(author, address)).ShouldBe("0");
    }

    [Fact]
    public async Task Should_refuse_more_than_was_announced_and_another_content_type_and_another_protocol()
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        var address = await Tus.OpenAsync(author, id, "a.txt", 4);
        var large = await Tus.SendAsync(author, address, 0, new byte[1000]);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        await large.DetailAsync();
        var json = Patch(address, "0", "text"u8.ToArray());
        json.Content!.Headers.ContentType = new("application/json");
        var answer = await author.Client.SendAsync(json);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        await answer.DetailAsync();
        var plain = await author.SendAsync(HttpMethod.Post, Uploads, "", "text/plain");
        plain.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        await plain.DetailAsync();
        (await stage.WorkAsync(id)).Working!.Files.ShouldBeEmpty();
        (await Tus.SendAsync(author, address, 0, "text"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Tus.SendAsync(author, address, 4, "more"u8.ToArray())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_count_the_files_when_they_arrive_not_only_when_they_are_announced(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        var id = await stage.DraftAsync();
        using var author = await stage.SignInAsync();
        var addresses = new List<string>();
        for (var i = 0; i < 21; i++)
            addresses.Add(await Tus.OpenAsync(author, id, $"{i}.txt", 2));
        var answers = new List<HttpStatusCode>();
        foreach (var (i, address) in addresses.Index())
            answers.Add((await Tus.SendAsync(author, address, 0, Encoding.ASCII.GetBytes(i.ToString("D2")))).StatusCode);
        answers.Distinct().ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.UnprocessableEntity]);
        (await stage.WorkAsync(id)).Working!.Files.Count.ShouldBe(20);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static HttpRequestMessage Open(string? length, string metadata)
    {
        var request = Tus.Request(HttpMethod.Post, Uploads);
        if (length is not null)
            request.Headers.TryAddWithoutValidation("Upload-Length", length);
        request.Headers.Add("Upload-Metadata", metadata);
        return request;
    }

    private static HttpRequestMessage Patch(string address, string? offset, byte[] bytes)
    {
        var request = Tus.Request(HttpMethod.Patch, address);
        if (offset is not null)
            request.Headers.Add("Upload-Offset", offset);
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new("application/offset+octet-stream");
        return request;
    }
}
