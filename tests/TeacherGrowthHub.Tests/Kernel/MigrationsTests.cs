using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.Kernel;

public sealed class MigrationsTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_have_a_migration_for_every_change_of_the_model(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        (
            await site.InScopeAsync(services =>
                Task.FromResult(services.GetRequiredService<HubDbContext>().Database.HasPendingModelChanges())
            )
        ).ShouldBeFalse();
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task Should_know_the_school_year_of_a_day_from_data(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        await site.InScopeAsync(async services =>
        {
            var calendar = services.GetRequiredService<SchoolCalendar>();
            (await calendar.YearOfAsync(new DateOnly(2026, 8, 31)))!.Id.ShouldBe(2025);
            (await calendar.YearOfAsync(new DateOnly(2026, 9, 1)))!.Id.ShouldBe(2026);
            (await calendar.YearOfAsync(new DateOnly(1990, 9, 1))).ShouldBeNull();
            (await calendar.YearOfAsync(new DateOnly(2026, 9, 1)))!.Terms.Count.ShouldBe(2);
        });
    }

    [Fact]
    public void Should_reckon_days_in_shanghai() =>
        SchoolCalendar.DayOf(new DateTime(2026, 8, 31, 16, 30, 0, DateTimeKind.Utc)).ShouldBe(new DateOnly(2026, 9, 1));
}
