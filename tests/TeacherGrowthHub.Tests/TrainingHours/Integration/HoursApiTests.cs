using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Keys;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.Tests.TrainingHours.Integration;

public sealed class HoursApiTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_let_hours_wait_for_an_officer_and_show_them_once_certified(DatabaseProvider provider)
    {
        using var stage = await HoursApiStage.SetAsync(provider, DutyKind.Backbone);
        var answer = await stage.SendAsync(HoursApiStage.NewKey(), stage.Item("省平台课程", 4.5m));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = await HoursApiStage.IdAsync(answer);
        var claim = await stage.Claims.ClaimAsync(id);
        (claim.State, claim.RawHundredths, claim.Reference, claim.EnteredById).ShouldBe((ClaimState.Waiting, 450, "P-1", null));
        (await stage.Claims.FindingsAsync(id)).ShouldNotContain(finding => finding.Kind == FindingKind.NoEvidence);

        (await stage.Claims.CertifyAsync(stage.Claims.County, id)).Certified.Count.ShouldBe(1);

        var entry = (await ReadAsync(stage, "entries", claim.SchoolYear)).Single();
        (entry.GetProperty("counted").GetDecimal(), entry.GetProperty("title").GetString()).ShouldBe((4.5m, "省平台课程"));
        var balance = (await ReadAsync(stage, "balances", claim.SchoolYear)).Single();
        (balance.GetProperty("duty").GetString(), balance.GetProperty("required").GetDecimal()).ShouldBe(("Backbone", 40m));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_answer_the_same_request_the_same_and_do_it_once(DatabaseProvider provider)
    {
        using var stage = await HoursApiStage.SetAsync(provider);
        var key = HoursApiStage.NewKey();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.SendAsync(key, stage.Item("同一门课"))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Created);
        answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")).ShouldBe(3);
        (await Task.WhenAll(answers.Select(HoursApiStage.IdAsync))).Distinct().ShouldHaveSingleItem();
        (await CountAsync(stage)).ShouldBe(1);
        (await stage.SendAsync(key, stage.Item("另一门课"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CountAsync(stage)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_take_all_items_or_none_and_name_each_that_is_wrong()
    {
        using var stage = await HoursApiStage.SetAsync(DatabaseProvider.Sqlite);
        var key = HoursApiStage.NewKey();
        var answer = await stage.SendAsync(
            key,
            stage.Item("甲"),
            stage.Item("乙", hours: 0),
            stage.Item("丙", teacher: "没有的工号"),
            stage.Item("甲")
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var errors = (await HoursApiStage.JsonAsync(answer)).GetProperty("errors").EnumerateArray().ToList();
        errors
            .ConvertAll(error => (error.GetProperty("index").GetInt32(), error.GetProperty("field").GetString()))
            .ShouldBe([(1, "Hours"), (2, "TeacherNumber"), (3, "Title")]);
        (await CountAsync(stage)).ShouldBe(0);
        // Refused, nothing is remembered: mended, it may come with the same key.
        (await stage.SendAsync(key, stage.Item("甲"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await stage.SendAsync(HoursApiStage.NewKey(), stage.Item("甲"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Should_ask_for_a_key_of_the_request_and_for_a_number_of_items()
    {
        using var stage = await HoursApiStage.SetAsync(DatabaseProvider.Sqlite);
        foreach (var key in new[] { null, "short", "with space in it" })
            (await stage.SendAsync(key, stage.Item("甲"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stage.SendAsync(HoursApiStage.NewKey())).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await stage.SendAsync(HoursApiStage.NewKey(), (object)null!)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CountAsync(stage)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_keep_a_key_to_its_permissions_its_organisation_and_the_api()
    {
        using var stage = await HoursApiStage.SetAsync(DatabaseProvider.Sqlite);
        var year = (await stage.Claims.ClaimAsync(await HoursApiStage.IdAsync(await SentAsync(stage, "甲")))).SchoolYear;
        var site = stage.Claims.Site;
        using var elsewhere = HoursApiStage.ClientOf(
            site,
            await HoursApiStage.KeyAsync(site, "baoshan/tengchong/", HoursPermissions.ReadHours)
        );
        (await elsewhere.PostAsJsonAsync(HoursApiStage.Address, new { items = Array.Empty<object>() })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        var read = await elsewhere.GetFromJsonAsync<JsonElement>($"/api/v1/hours/balances?schoolYear={year}&teacher={stage.Number}");
        read.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await stage.Client.GetAsync("/api/v1/hours/kinds?schoolYear=" + year)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stage.Client.GetAsync("/api/v1/reviews")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await stage.Client.GetAsync("/my/hours")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var guest = new HttpClient { BaseAddress = site.Address };
        (await guest.GetAsync($"/api/v1/hours/balances?schoolYear={year}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Should_open_nothing_once_a_key_is_revoked(DatabaseProvider provider)
    {
        using var stage = await HoursApiStage.SetAsync(provider);
        var keys = await stage.Claims.AskAsync<IntegrationKeys, IReadOnlyList<IntegrationKey>>(service => service.AllAsync());
        var secret = stage.Client.DefaultRequestHeaders.Authorization!.Parameter!;
        var key = keys.Single(known => known.KeyHash == IntegrationKey.HashOf(secret));
        (await stage.Client.GetAsync("/api/v1/hours/kinds?schoolYear=2025")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await stage.Claims.DoAsync<IntegrationKeys>(service => service.RevokeAsync(key.Id, HubUser.System));
        (await stage.Client.GetAsync("/api/v1/hours/kinds?schoolYear=2025")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpResponseMessage> SentAsync(HoursApiStage stage, string title) =>
        await stage.SendAsync(HoursApiStage.NewKey(), stage.Item(title));

    private static async Task<List<JsonElement>> ReadAsync(HoursApiStage stage, string what, int year)
    {
        var answer = await stage.Client.GetFromJsonAsync<JsonElement>($"/api/v1/hours/{what}?schoolYear={year}&teacher={stage.Number}");
        return [.. answer.GetProperty("items").EnumerateArray()];
    }

    private static Task<int> CountAsync(HoursApiStage stage) =>
        stage.Claims.Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Claim>().CountAsync(claim => claim.TeacherId == stage.Claims.Teacher.TeacherId)
        );
}
