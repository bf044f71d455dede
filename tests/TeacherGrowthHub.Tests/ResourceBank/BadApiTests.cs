using System.Net;
using System.Text.Json;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.ResourceBank;

public sealed class BadApiTests
{
    private const string Resources = "/api/v1/resources";
    private static readonly string Deep = new string('[', 100) + new string(']', 100);

    public static TheoryData<string> Unreadable =>
        [
            "",
            "{",
            "教案",
            "[]",
            "null",
            "\"x\"",
            "{\"kind\":1}",
            "{\"kind\":\"lesson\",\"content\":7}",
            "{\"kind\":\"lesson\",\"content\":{\"minutes\":\"abc\"}}",
            "{\"kind\":\"lesson\",\"content\":{\"minutes\":99999999999}}",
            "{\"kind\":\"lesson\",\"content\":{\"grades\":[\"x\"]}}",
            "{\"kind\":\"lesson\",\"content\":{\"title\":\"\\ud842\"}}",
            "{\"kind\":\"lesson\",\"content\":{\"sections\":[]}}",
            "{\"kind\":\"lesson\",\"content\":" + Deep + "}",
        ];

    public static TheoryData<string> Refused =>
        [
            "{}",
            "{\"kind\":null}",
            "{\"kind\":\"poem\"}",
            "{\"kind\":\"lesson\\u0000\"}",
            "{\"kind\":\"lesson\",\"content\":{\"minutes\":-5}}",
            "{\"kind\":\"lesson\",\"content\":{\"minutes\":99999}}",
            "{\"kind\":\"lesson\",\"content\":{\"periods\":0}}",
            "{\"kind\":\"lesson\",\"content\":{\"grades\":[99]}}",
            "{\"kind\":\"lesson\",\"content\":{\"stages\":[\"ZZ\"]}}",
            "{\"kind\":\"lesson\",\"content\":{\"areas\":[\"\\u0000\"]}}",
            "{\"kind\":\"lesson\",\"content\":{\"license\":\"WTFPL\"}}",
            "{\"kind\":\"lesson\",\"content\":{\"sections\":{\"nothing\":\"x\"}}}",
            "{\"kind\":\"lesson\",\"content\":{\"title\":\"" + new string('a', 1 << 20) + "\"}}",
        ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Should_answer_a_body_that_cannot_be_read_with_a_problem(string json) =>
        await RefuseAsync(json, HttpStatusCode.BadRequest);

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Should_refuse_what_no_form_offers(string json) => await RefuseAsync(json, HttpStatusCode.UnprocessableEntity);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/html")]
    public async Task Should_refuse_every_other_content_type(string type)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var author = await stage.SignInAsync();
        var answer = await author.SendAsync(HttpMethod.Post, Resources, "{\"kind\":\"lesson\"}", type);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        await answer.DetailAsync();
        (await OwnAsync(author)).ShouldBe(0);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_take_nulls_as_nothing(DatabaseProvider provider)
    {
        var stage = await Stage.SetAsync(provider);
        using var author = await stage.SignInAsync();
        const string nulls =
            "{\"title\":null,\"stages\":null,\"grades\":null,\"areas\":[null],\"sections\":{\"ideas\":null},\"steps\":[null,{\"name\":null}]}";
        var answer = await author.SendJsonAsync(HttpMethod.Post, Resources, $"{{\"kind\":\"lesson\",\"content\":{nulls}}}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        (await author.GetAsync("/my/resources/" + id)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var late = await author.SendJsonAsync(HttpMethod.Put, $"{Resources}/{id}", "{\"revision\":1,\"content\":null}");
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await late.DetailAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\\u0000")]
    [InlineData("../../etc/passwd")]
    [InlineData("' OR 1=1")]
    public async Task Should_refuse_a_hash_that_is_none(string hash)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Postgres);
        using var author = await stage.SignInAsync();
        var answer = await author.SendJsonAsync(HttpMethod.Post, Resources + "/hash", $"{{\"sha256\":\"{hash}\",\"workId\":\"\\u0000\"}}");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await answer.DetailAsync();
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("DELETE", "/api/v1/resources", 405)]
    [InlineData("POST", "/api/v1/resources", 401)]
    [InlineData("GET", "/api/v1/resources/01m6a6ft00fees8zzy3jhve0ra", 404)]
    public async Task Should_never_answer_a_program_with_a_page(string method, string path, int status)
    {
        using var guest = new Visitor(await TestSite.OnAsync(DatabaseProvider.Sqlite));
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await guest.Client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(status);
        await answer.DetailAsync();
    }

    private static async Task RefuseAsync(string json, HttpStatusCode status)
    {
        var stage = await Stage.SetAsync(DatabaseProvider.Sqlite);
        using var author = await stage.SignInAsync();
        var answer = await author.SendJsonAsync(HttpMethod.Post, Resources, json);
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        await answer.DetailAsync();
        (await OwnAsync(author)).ShouldBe(0);
    }

    private static async Task<int> OwnAsync(Visitor author) =>
        (await author.PageAsync("/my/resources")).QuerySelectorAll("main .hub-list > li").Length;
}
