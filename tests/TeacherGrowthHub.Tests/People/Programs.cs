using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc;
using TeacherGrowthHub.People.Api;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>Callers of the HTTP API with a bearer token.</summary>
public static class Programs
{
    public static Task<HttpResponseMessage> AskAsync(HttpClient client, string login) =>
        client.PostAsJsonAsync("/api/v1/token", new TokenEndpoints.TokenRequest(login, TestSite.Password));

    public static async Task<HttpClient> SignedInAsync(TestSite site, string login)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };
        var answer = await (await AskAsync(client, login)).Content.ReadFromJsonAsync<TokenEndpoints.TokenResponse>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer!.Token);
        return client;
    }

    /// <summary>403 as a problem whose detail says what is owed.</summary>
    public static async Task ShouldBeRefusedAsync(HttpResponseMessage answer, string reason)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, answer.RequestMessage!.RequestUri!.PathAndQuery);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<ProblemDetails>())!.Detail!.ShouldContain(reason);
    }
}
