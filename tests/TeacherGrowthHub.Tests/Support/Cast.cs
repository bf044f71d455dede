using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.People.Services.Teachers;

namespace TeacherGrowthHub.Tests.Support;

/// <summary>People for a test, in schools of their own.</summary>
public sealed class Cast(TestSite site)
{
    private const string County = "baoshan/longyang/";

    /// <summary>A school below the county of Longyang.</summary>
    public Task<Organization> SchoolAsync(string parent = County) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var code = "t" + Guid.NewGuid().ToString("N")[..12];
            var above = await database.Set<Organization>().SingleAsync(o => o.Path == parent);
            var school = new Organization
            {
                Id = HubId.New(TimeProvider.System),
                Code = code,
                Name = "测试学校" + code,
                Kind = OrganizationKind.School,
                ParentId = above.Id,
                Path = parent + code + "/",
            };
            database.Add(school);
            await database.SaveChangesAsync();
            return school;
        });

    /// <summary>A teacher of that school with an account and, if wished, a role there.</summary>
    public Task<HubUser> TeacherAsync(Organization school, string? role = null) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var accounts = services.GetRequiredService<AccountService>();
            var number = "n" + Guid.NewGuid().ToString("N")[..12];
            var teacher = new Teacher
            {
                Id = HubId.New(TimeProvider.System),
                TeacherNumber = number,
                Name = "老师" + number,
            };
            teacher.Posts.Add(
                new TeacherPost
                {
                    Id = HubId.New(TimeProvider.System),
                    OrganizationId = school.Id,
                    From = new DateOnly(2020, 9, 1),
                }
            );
            database.Add(teacher);
            await database.SaveChangesAsync();
            await services.GetRequiredService<PresentSchools>().RefreshAsync([teacher.Id]);
            var account = Account.Create(TimeProvider.System, number, teacher.Name, teacherId: teacher.Id);
            await accounts.CreateAsync(account, TestSite.Password);
            database.Add(
                new Consent
                {
                    Id = HubId.New(TimeProvider.System),
                    AccountId = account.Id,
                    Notice = PrivacyNotice.Name,
                    Version = PrivacyNotice.Version,
                    At = DateTime.UtcNow,
                }
            );
            await database.SaveChangesAsync();
            if (role is not null)
                await services.GetRequiredService<RoleHoldings>().GrantAsync(account, role, school.Path);
            return await UserAsync(services, account, school);
        });

    /// <summary>The teacher number of a user.</summary>
    public Task<string> LoginOfAsync(HubUser user) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Account>()
                .Where(a => a.Id == user.AccountId)
                .Select(a => a.UserName!)
                .SingleAsync()
        );

    private static async Task<HubUser> UserAsync(IServiceProvider services, Account account, Organization school)
    {
        var database = services.GetRequiredService<HubDbContext>();
        var roles = await database.Set<PortalRole>().ToDictionaryAsync(role => role.Name);
        var held = await database.Set<RoleHolding>().Where(h => h.AccountId == account.Id).Select(h => h.RoleName).ToListAsync();
        held.Add(PortalRole.Teacher);
        return new HubUser(
            account.Id,
            account.TeacherId,
            account.DisplayName,
            school.Path,
            [.. held.SelectMany(name => roles[name].GrantsAt(school.Path))]
        );
    }
}
