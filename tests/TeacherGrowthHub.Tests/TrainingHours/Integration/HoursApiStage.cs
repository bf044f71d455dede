using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Keys;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours;

namespace TeacherGrowthHub.Tests.TrainingHours.Integration;

/// <summary>A teacher, officers, and another system with a key for the county.</summary>
internal sealed class HoursApiStage(ClaimStage claims, string number, HttpClient client) : IDisposable
{
    public const string Address = "/api/v1/hours/claims";

    public ClaimStage Claims => claims;
    public string Number => number;
    public HttpClient Client => client;

    public static async Task<HoursApiStage> SetAsync(DatabaseProvider provider, params DutyKind[] duties)
    {
        var claims = await ClaimStage.SetAsync(provider, duties);
        var secret = await KeyAsync(claims.Site, "baoshan/longyang/", HoursPermissions.SubmitHours, HoursPermissions.ReadHours);
        return new HoursApiStage(claims, await new Cast(claims.Site).LoginOfAsync(claims.Teacher), ClientOf(claims.Site, secret));
    }

    public static Task<string> KeyAsync(TestSite site, string path, params string[] permissions) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<IntegrationKeys>()
                .CreateAsync(
                    new IntegrationKeyForm("省平台", path, permissions, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30)),
                    HubUser.System
                )
        );

    public static HttpClient ClientOf(TestSite site, string secret)
    {
        var client = new HttpClient { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    public object Item(string title, decimal hours = 3, string? teacher = null) =>
        new
        {
            teacherNumber = teacher ?? Number,
            kind = "online",
            title,
            from = claims.Day,
            hours,
            reference = "P-1",
        };

    public async Task<HttpResponseMessage> SendAsync(string? key, params object[] items)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = JsonContent.Create(new { items }) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<string> IdAsync(HttpResponseMessage answer) =>
        (await JsonAsync(answer)).GetProperty("items")[0].GetProperty("id").GetString()!;

    public static string NewKey() => Guid.NewGuid().ToString("N");

    public void Dispose() => client.Dispose();
}
