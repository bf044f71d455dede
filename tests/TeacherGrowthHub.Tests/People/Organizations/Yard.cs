using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Organizations;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Organizations;

/// <summary>Schools to be built up and torn down, and the officers who do it.</summary>
public sealed class Yard(TestSite site)
{
    public const string City = "baoshan/";
    public const string County = "baoshan/longyang/";
    public const string OtherCounty = "baoshan/tengchong/";

    public static readonly DateOnly Today = SchoolCalendar.DayOf(DateTime.UtcNow);
    public static readonly HubUser CityOfficer = Officer(City);
    public static readonly HubUser CountyOfficer = Officer(County);
    public static readonly HubUser OtherOfficer = Officer(OtherCounty);

    public TestSite Site => site;
    public Cast Cast { get; } = new(site);

    public static async Task<Yard> OnAsync(DatabaseProvider provider) => new(await TestSite.OnAsync(provider));

    /// <summary>An administrator of a county or of the city.</summary>
    public static HubUser Officer(string path) =>
        new(
            null,
            null,
            "officer of " + path,
            null,
            [new Grant(PeoplePermissions.EditOrganizations, path), new Grant(PeoplePermissions.ManageOrganizations, path)]
        );

    /// <summary>An administrator of a school.</summary>
    public static HubUser Head(Organization school) =>
        new(null, null, "head of " + school.Path, null, [new Grant(PeoplePermissions.EditOrganizations, school.Path)]);

    public static OrganizationAct Act(DateOnly? day = null, string? document = "试教〔2026〕7号") => new(day ?? Today, document);

    public static string NewCode() => "y" + Guid.NewGuid().ToString("N")[..12];

    public Task<Organization> AtAsync(string path) => ReadAsync(database => database.Set<Organization>().SingleAsync(o => o.Path == path));

    public Task<Organization> FreshAsync(Organization organization) =>
        ReadAsync(database => database.Set<Organization>().SingleAsync(o => o.Id == organization.Id));

    public Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> read) =>
        site.InScopeAsync(services => read(services.GetRequiredService<HubDbContext>()));

    public Task DoAsync<TService>(Func<TService, Task> act)
        where TService : notnull => site.InScopeAsync(services => act(services.GetRequiredService<TService>()));

    public Task MoveAsync(
        Organization school,
        Organization parent,
        HubUser? user = null,
        string? code = null,
        OrganizationAct? act = null
    ) => DoAsync<OrganizationMoves>(moves => moves.MoveAsync(school.Id, parent.Id, code, act ?? Act(), user ?? CityOfficer));

    public Task MergeAsync(Organization school, Organization into, HubUser? user = null, DateOnly? day = null) =>
        DoAsync<OrganizationMergers>(mergers => mergers.MergeAsync(school.Id, into.Id, Act(day), user ?? CityOfficer));

    public Task CloseAsync(Organization school, HubUser? user = null, DateOnly? day = null) =>
        DoAsync<OrganizationClosings>(closings => closings.CloseAsync(school.Id, Act(day), user ?? CityOfficer));

    public Task ReopenAsync(Organization school, HubUser? user = null, DateOnly? day = null) =>
        DoAsync<OrganizationClosings>(closings => closings.ReopenAsync(school.Id, Act(day), user ?? CityOfficer));

    public Task<Organization> CreateAsync(NewOrganization wanted, HubUser? user = null, OrganizationAct? act = null) =>
        site.InScopeAsync(services =>
            services.GetRequiredService<OrganizationRegister>().CreateAsync(wanted, act ?? Act(), user ?? CityOfficer)
        );

    public Task EditAsync(Organization school, OrganizationProfile profile, HubUser user, OrganizationAct? act = null) =>
        DoAsync<OrganizationRegister>(register => register.EditAsync(school.Id, profile, act ?? Act(), user));

    public Task<List<OrganizationEvent>> HistoryAsync(Organization organization) =>
        ReadAsync(database =>
            database.Set<OrganizationEvent>().Where(line => line.OrganizationId == organization.Id).OrderBy(line => line.Id).ToListAsync()
        );

    public Task<List<AuditEntry>> TrailAsync(string subjectId) =>
        ReadAsync(database => database.Set<AuditEntry>().Where(line => line.SubjectId == subjectId).OrderBy(line => line.Id).ToListAsync());

    /// <summary>Expects a refusal and that the organisation and its history stay as they were.</summary>
    public async Task<RefusedException> RefusedAsync(Organization organization, Func<Task> act)
    {
        var before = await FreshAsync(organization);
        var lines = (await HistoryAsync(organization)).Count;
        var trail = (await TrailAsync(organization.Id)).Count;
        var refusal = await Should.ThrowAsync<RefusedException>(act);
        (await FreshAsync(organization)).ShouldBeEquivalentTo(before);
        (await HistoryAsync(organization)).Count.ShouldBe(lines);
        (await TrailAsync(organization.Id)).Count.ShouldBe(trail);
        return refusal;
    }
}
