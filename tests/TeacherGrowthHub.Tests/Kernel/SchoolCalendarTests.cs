using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class SchoolCalendarTests
{
    [Theory]
    [InlineData("2026-08-31T15:59:59Z", "2026-08-31")]
    [InlineData("2026-08-31T16:00:00Z", "2026-09-01")]
    [InlineData("2025-12-31T16:00:00Z", "2026-01-01")]
    [InlineData("2024-02-28T16:00:00Z", "2024-02-29")]
    public async Task Should_begin_the_day_at_midnight_in_Shanghai(string instant, string day)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        SchoolCalendar.DayOf(clock.GetUtcNow().UtcDateTime).ShouldBe(Day(day));
        var site = await TestSite.OnAsync(DatabaseProvider.Sqlite);
        await site.InScopeAsync(services =>
        {
            new SchoolCalendar(
                services.GetRequiredService<HubDbContext>(),
                services.GetRequiredService<IMemoryCache>(),
                clock
            ).Today.ShouldBe(Day(day));
            return Task.CompletedTask;
        });
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_know_the_year_of_its_first_and_last_day_and_none_outside(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        await AddAsync(site, 2101);
        (await YearAsync(site, "2101-09-01"))!.Id.ShouldBe(2101);
        (await YearAsync(site, "2102-08-31"))!.Id.ShouldBe(2101);
        (await YearAsync(site, "2101-08-31")).ShouldBeNull();
        (await YearAsync(site, "2102-09-01")).ShouldBeNull();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_bring_the_terms_with_the_year(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        await AddAsync(site, 2111);
        (await TermAsync(site, "2111-09-01")).ShouldBe(1);
        (await TermAsync(site, "2112-01-20")).ShouldBe(1);
        (await TermAsync(site, "2112-02-01")).ShouldBeNull();
        (await TermAsync(site, "2112-02-20")).ShouldBe(2);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static Task AddAsync(TestSite site, int year) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var added = new SchoolYear
            {
                Id = year,
                Start = new(year, 9, 1),
                End = new(year + 1, 8, 31),
            };
            added.Terms.Add(
                new Term
                {
                    Number = 1,
                    Start = added.Start,
                    End = new(year + 1, 1, 20),
                }
            );
            added.Terms.Add(
                new Term
                {
                    Number = 2,
                    Start = new(year + 1, 2, 20),
                    End = new(year + 1, 7, 10),
                }
            );
            database.Add(added);
            await database.SaveChangesAsync();
            services.GetRequiredService<SchoolCalendar>().Changed();
        });

    private static Task<SchoolYear?> YearAsync(TestSite site, string day) =>
        site.InScopeAsync(services => services.GetRequiredService<SchoolCalendar>().YearOfAsync(Day(day)));

    private static async Task<int?> TermAsync(TestSite site, string day) =>
        (await YearAsync(site, day))!.Terms.SingleOrDefault(term => term.Start <= Day(day) && Day(day) <= term.End)?.Number;
}
