using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Services.Figures;

namespace TeacherGrowthHub.Tests.TrainingHours.Figures;

/// <summary>A county of its own with a school, and people whose hours are told in one line each.</summary>
internal sealed record FigureStage(TestSite Site, Organization County, Organization School, HubUser Officer)
{
    public const int Year = 2025;

    public static async Task<FigureStage> SetAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var county = await CountyAsync(site);
        var cast = new Cast(site);
        return new(site, county, await cast.SchoolAsync(county.Path), await cast.TeacherAsync(county, "TrainingOfficer"));
    }

    public static Task<Organization> CountyAsync(TestSite site) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var city = await database.Set<Organization>().SingleAsync(organization => organization.Path == "baoshan/");
            var code = "c" + Guid.NewGuid().ToString("N")[..12];
            var county = new Organization
            {
                Id = HubId.New(TimeProvider.System),
                Code = code,
                Name = code + "教育体育局",
                Kind = OrganizationKind.County,
                ParentId = city.Id,
                Path = $"baoshan/{code}/",
            };
            database.Add(county);
            await database.SaveChangesAsync();
            return county;
        });

    public Task<HubUser> TeacherAsync(Organization? school = null) => new Cast(Site).TeacherAsync(school ?? School);

    /// <summary>A real duty from the beginning of the school year, with the balances that follow from it.</summary>
    public async Task GiveAsync(HubUser teacher, DutyKind duty)
    {
        var profile = new DutyProfile(duty, new DateOnly(Year, 9, 1), Document: "测试文件〔2025〕1号", ClassName: "测试班");
        await Site.InScopeAsync(services =>
            services.GetRequiredService<TeacherDuties>().AddAsync(teacher.TeacherId!, profile, HubUser.System)
        );
        await Site.SettleAsync();
    }

    /// <summary>A teacher as the figures see one.</summary>
    public async Task<HubUser> PersonAsync(
        (DutyKind Duty, decimal Counted, StandingState State)[] duties,
        bool subject = false,
        int activities = 0,
        Organization? school = null,
        int year = Year
    )
    {
        var teacher = await TeacherAsync(school);
        // The balances that follow from the new teacher would sweep away the made-up ones.
        await Site.SettleAsync();
        var path = (school ?? School).Path;
        await Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(
                new TeacherYear
                {
                    TeacherId = teacher.TeacherId!,
                    SchoolYear = year,
                    Path = path,
                    Duties = duties.Count(duty => duty.State != StandingState.Exempt),
                    IsAttained = duties.Length > 0 && duties.All(duty => duty.State != StandingState.Missing),
                    IsSubjectInPost = subject,
                    HasMentalHealth = activities > 0,
                    Activities = activities,
                }
            );
            database.AddRange(duties.Select(duty => BalanceOf(teacher.TeacherId!, path, year, duty)));
            await database.SaveChangesAsync();
        });
        return teacher;
    }

    /// <summary>The school year of today.</summary>
    public Task<(SchoolYear Year, DateOnly Today)> PresentYearAsync() =>
        Site.InScopeAsync(async services =>
        {
            var calendar = services.GetRequiredService<SchoolCalendar>();
            return ((await calendar.YearOfAsync(calendar.Today))!, calendar.Today);
        });

    public Task<FigureBoard> BoardAsync(string? path = null, HubUser? user = null, int year = Year) =>
        Site.InScopeAsync(services =>
            services.GetRequiredService<FigureReader>().OfAsync(path ?? County.Path, year, null, user ?? Officer)
        );

    private static DutyBalance BalanceOf(string teacher, string path, int year, (DutyKind Duty, decimal Counted, StandingState State) duty)
    {
        var required = Rules.Policy.QuotaOf(duty.Duty)!.RequiredHundredths;
        var counted = Hours.Of(duty.Counted)!.Value.Hundredths;
        return new()
        {
            TeacherId = teacher,
            SchoolYear = year,
            Duty = duty.Duty,
            Path = path,
            RequiredHundredths = duty.State == StandingState.Exempt ? 0 : required,
            CountedHundredths = counted,
            MissingHundredths = duty.State == StandingState.Missing ? required - counted : 0,
            State = duty.State,
        };
    }
}
