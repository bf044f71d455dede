using System.Text.Json;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.House;

public sealed class OpenApiTests
{
    private static readonly HashSet<string> Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>What Spectral's default rules ask of every operation.</summary>
    [Fact]
    public async Task Should_describe_every_operation()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        using var document = JsonDocument.Parse(await guest.Client.GetStringAsync("/openapi/v1.json"));
        var root = document.RootElement;
        root.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        root.GetProperty("info").GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
        root.GetProperty("info").GetProperty("contact").GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        root.GetProperty("servers")[0].GetProperty("url").GetString()!.ShouldNotEndWith("/");
        var operations = root.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => Methods.Contains(operation.Name))
            .Select(operation => operation.Value)
            .ToList();
        operations.Count.ShouldBeGreaterThan(12);
        foreach (var operation in operations)
        {
            var id = operation.GetProperty("operationId").GetString();
            operation.GetProperty("description").GetString().ShouldNotBeNullOrEmpty(id);
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(id);
            operation.GetProperty("tags").GetArrayLength().ShouldBeGreaterThan(0, id);
        }
        operations.Select(operation => operation.GetProperty("operationId").GetString()).ShouldBeUnique();
    }

    [Fact]
    public async Task Should_answer_the_api_with_problems_and_never_with_a_page()
    {
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        var unknown = await guest.GetAsync("/api/v1/resources/01m6a6ft00fees8zzy3jhve0ra");
        ((int)unknown.StatusCode).ShouldBe(404);
        unknown.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        ((int)(await guest.GetAsync("/api/v1/reviews")).StatusCode).ShouldBe(401);
    }
}
