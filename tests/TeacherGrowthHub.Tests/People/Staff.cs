using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People;

/// <summary>Two schools of one county, an administrator for each, and the county's.</summary>
public sealed record Staff(TestSite Site, Organization Here, Organization There, HubUser Admin, HubUser Other, HubUser County)
{
    public static readonly DateOnly Came = new(2024, 9, 1);

    public static async Task<Staff> SetAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var (here, there) = (await cast.SchoolAsync(), await cast.SchoolAsync());
        var county = await site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Organization>().AsNoTracking().SingleAsync(o => o.Id == here.ParentId)
        );
        return new Staff(
            site,
            here,
            there,
            await cast.TeacherAsync(here, "SchoolAdministrator"),
            await cast.TeacherAsync(there, "SchoolAdministrator"),
            await cast.TeacherAsync(county, "CountyAdministrator")
        );
    }

    public static string NewNumber() => "t" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>A mobile number that nobody else has.</summary>
    public static string NewMobile() => "19" + Random.Shared.NextInt64(100_000_000, 999_999_999);

    public DateOnly Today => SchoolCalendar.DayOf(DateTime.UtcNow);

    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull => Site.InScopeAsync(services => ask(services.GetRequiredService<TService>()));

    public Task DoAsync<TService>(Func<TService, Task> act)
        where TService : notnull => Site.InScopeAsync(services => act(services.GetRequiredService<TService>()));

    /// <summary>A teacher registered at the first school.</summary>
    public Task<string> RegisteredAsync(TeacherProfile? profile = null, DateOnly? from = null, bool isNewEntrant = false) =>
        AskAsync<TeacherEditing, string>(editing =>
            editing.CreateAsync(profile ?? new TeacherProfile(NewNumber(), "甲老师"), Here.Path, from ?? Came, isNewEntrant, Admin)
        );

    public Task GiveAsync(string id, DutyProfile duty) => DoAsync<TeacherDuties>(duties => duties.AddAsync(id, duty, Admin));

    /// <summary>The record as it is stored now.</summary>
    public Task<Teacher> TeacherAsync(string id) =>
        Site.InScopeAsync(services =>
            services.GetRequiredService<TeacherRecords>().WithHistory().AsNoTracking().SingleAsync(teacher => teacher.Id == id)
        );

    public Task<TeacherPage> ListAsync(HubUser user, TeacherFilter? filter = null, int page = 1) =>
        AskAsync<TeacherList, TeacherPage>(list => list.PageAsync(filter ?? new TeacherFilter(), page, user));

    public Task<List<AuditEntry>> TrailAsync(string subjectId) =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<AuditEntry>()
                .AsNoTracking()
                .Where(line => line.SubjectId == subjectId)
                .OrderBy(line => line.Id)
                .ToListAsync()
        );

    public async Task<Visitor> SignInAsync(HubUser user) => await Visitor.SignedInAsync(Site, await new Cast(Site).LoginOfAsync(user));

    /// <summary>What the rules say to it.</summary>
    public static async Task<RefusedException> RefusedAsync(Func<Task> act) => await act.ShouldThrowAsync<RefusedException>();
}
