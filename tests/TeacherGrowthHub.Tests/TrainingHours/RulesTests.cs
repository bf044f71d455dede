using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.Tests.TrainingHours;

public sealed class RulesTests
{
    [Theory]
    [InlineData(2024, 2)]
    [InlineData(2025, 3)]
    [InlineData(2027, 3)]
    public void Should_govern_a_year_by_the_latest_beginning_and_of_those_by_the_last_number(int year, int number) =>
        RuleVersion.Governing([Version(1, 2024), Version(2, 2024), Version(3, 2025)], year)!.Number.ShouldBe(number);

    [Fact]
    public void Should_have_no_rules_before_the_first() => RuleVersion.Governing([Version(1, 2024)], 2023).ShouldBeNull();

    [Fact]
    public void Should_refuse_rules_that_contradict_themselves()
    {
        Refused(Rules.Policy with { Source = " " }, "Source");
        Refused(
            Rules.Policy with
            {
                Quotas = [.. Rules.Policy.Quotas, new DutyQuota([DutyKind.ClassTeacher], 100, CountFilter.All)],
            },
            "Quotas"
        );
        Refused(Rules.Policy with { Quotas = [new DutyQuota([DutyKind.ClassTeacher], -1, CountFilter.All)] }, "Quotas");
        Refused(Rules.Policy with { Kinds = [.. Rules.Policy.Kinds, Rules.Policy.Kinds[0]] }, "Kinds");
        Refused(
            Rules.Policy with
            {
                Kinds = [Rules.Policy.Kinds[0] with { Steps = [ClaimLevel.City, ClaimLevel.School] }],
                Equivalences = [],
            },
            "Kinds"
        );
        Refused(Rules.Policy with { Equivalences = [new Equivalence("online", "a", "甲", 100)] }, "Equivalences");
        Refused(Rules.Policy with { LateClaimsUntil = "31-10" }, "LateClaimsUntil");
        Refused(Rules.Policy with { MinimumAttendancePercent = 101 }, "MinimumAttendancePercent");
        Rules.Policy.Check();

        static void Refused(RuleSet rules, string field) => Should.Throw<RefusedException>(rules.Check).Field.ShouldBe(field);
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_reckon_balances_anew_under_a_new_version_and_keep_the_old_one(DatabaseProvider provider)
    {
        await using var site = await TestSite.StartAsync(provider);
        var stage = await HoursStage.SetAsync(site, DutyKind.ClassTeacher);
        await stage.CertifyAsync(stage.County, stage.Posting(6, "a"));
        var before = await AskAsync(site, book => book.OfAsync(HoursStage.Year));
        var quotas = before.Rules.Quotas.Select(quota =>
            quota.Duty == DutyKind.ClassTeacher ? quota with { RequiredHundredths = 600 } : quota
        );
        var after = await AskAsync(site, book => book.AddAsync(2025, before.Rules with { Quotas = [.. quotas] }, HubUser.System));
        await site.SettleAsync();
        var balance = (await stage.BalanceAsync(DutyKind.ClassTeacher))!;
        (balance.State, balance.RuleVersion).ShouldBe((StandingState.Met, after.Number));
        (await stage.EntriesAsync()).Single().RuleVersion.ShouldBe(before.Number);
        (await AskAsync(site, book => book.OfAsync(2024))).Number.ShouldBe(before.Number);
        (await AskAsync(site, async book => (await book.VersionsAsync()).Count)).ShouldBe(before.Number + 1);
        await site.InScopeAsync(async services =>
            (
                await services.GetRequiredService<HubDbContext>().Set<AuditEntry>().CountAsync(line => line.Action == "Rules.Added")
            ).ShouldBeGreaterThan(0)
        );
    }

    [Fact]
    public async Task Should_close_years_that_are_over_once_and_keep_their_rules()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        await site.InScopeAsync(services => services.GetRequiredService<YearClosings>().CloseAsync(2024, HubUser.System));
        await RefusedAsync(services => services.GetRequiredService<YearClosings>().CloseAsync(2024, HubUser.System));
        await RefusedAsync(services => services.GetRequiredService<YearClosings>().CloseAsync(2026, HubUser.System));
        await RefusedAsync(services => services.GetRequiredService<RuleBook>().AddAsync(2024, Rules.Policy, HubUser.System));
        await site.InScopeAsync(services => services.GetRequiredService<RuleBook>().AddAsync(2025, Rules.Policy, HubUser.System));

        Task RefusedAsync(Func<IServiceProvider, Task> act) => Should.ThrowAsync<RefusedException>(() => site.InScopeAsync(act));
    }

    [Fact]
    public async Task Should_show_the_rules_to_guests_and_change_them_for_the_city_only()
    {
        await using var site = await TestSite.StartAsync(DatabaseProvider.Sqlite);
        using var guest = new Visitor(site);
        var page = await guest.PageAsync("/hours/rules?year=2025");
        page.Body!.TextContent.ShouldContain("骨干教师");
        page.QuerySelector("a[href^='/hours/rules/edit']").ShouldBeNull();
        using var city = await Visitor.SignedInAsync(site, "demo-city");
        var fields = Visitor.FieldsOf((await city.PageAsync("/hours/rules/edit?year=2025")).QuerySelector("main form[method=post]")!);
        const string Edit = "/hours/rules/edit";
        var refused = await city.SendFieldsAsync(Edit, Hours("abc"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Visitor.ParseAsync(refused)).QuerySelector("[name='Rules.Quotas[2].Hours']")!.GetAttribute("value").ShouldBe("abc");
        (await city.SendFieldsAsync(Edit, Hours("12.5"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        var version = await AskAsync(site, book => book.OfAsync(2025));
        version.Rules.QuotaOf(DutyKind.ClassTeacher)!.RequiredHundredths.ShouldBe(1250);
        version.Rules.Kinds.Count.ShouldBe(12);

        List<KeyValuePair<string, string>> Hours(string typed) =>
            fields.ConvertAll(field => field.Key == "Rules.Quotas[2].Hours" ? KeyValuePair.Create(field.Key, typed) : field);
    }

    private static Task<T> AskAsync<T>(TestSite site, Func<RuleBook, Task<T>> ask) =>
        site.InScopeAsync(services => ask(services.GetRequiredService<RuleBook>()));

    private static RuleVersion Version(int number, int from) =>
        new()
        {
            Number = number,
            FromSchoolYear = from,
            Rules = Rules.Policy,
            CreatedBy = "某人",
        };
}
