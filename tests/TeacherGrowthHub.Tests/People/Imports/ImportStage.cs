using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.Tests.Support;

namespace TeacherGrowthHub.Tests.People.Imports;

/// <summary>A county of its own with two schools and an administrator who imports.</summary>
internal sealed class ImportStage
{
    public const string TeacherHeaders = "工号 姓名 学校 到校日期 手机号 学段 开通账号";

    private ImportStage(TestSite site, Organization county, Organization first, Organization second, HubUser admin) =>
        (Site, County, First, Second, Admin) = (site, county, first, second, admin);

    public TestSite Site { get; }
    public Organization County { get; }
    public Organization First { get; }
    public Organization Second { get; }
    public HubUser Admin { get; }

    /// <summary>Beginning of teacher numbers that no other test uses.</summary>
    public string Tag { get; } = "w" + Guid.NewGuid().ToString("N")[..10];

    public static async Task<ImportStage> OnAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var county = await CountyAsync(site);
        var first = await cast.SchoolAsync(county.Path);
        var second = await cast.SchoolAsync(county.Path);
        return new ImportStage(site, county, first, second, await cast.TeacherAsync(county, "CountyAdministrator"));
    }

    public Task<string> UploadAsync(string kind, Stream workbook, HubUser? user = null) =>
        Site.InScopeAsync(services =>
            services.GetRequiredService<ImportService>().UploadAsync(kind, "表.xlsx", workbook, user ?? Admin, CancellationToken.None)
        );

    /// <summary>Uploads and waits for the dry run.</summary>
    public async Task<ImportBatch> CheckAsync(string kind, Stream workbook, HubUser? user = null) =>
        await SettledAsync(await UploadAsync(kind, workbook, user));

    public async Task<ImportBatch> ConfirmAsync(string id, bool skip = false, HubUser? user = null)
    {
        await Site.InScopeAsync(services =>
            services.GetRequiredService<ImportService>().ConfirmAsync(id, skip, user ?? Admin, CancellationToken.None)
        );
        return await SettledAsync(id);
    }

    public async Task<ImportBatch> SettledAsync(string id)
    {
        while (true)
        {
            var dispatcher = Site.Services.GetRequiredService<OutboxDispatcher>();
            await dispatcher.DrainAsync(nameof(CheckImport));
            await dispatcher.DrainAsync(nameof(ApplyImport));
            var batch = await Site.InScopeAsync(services => Set<ImportBatch>(services).AsNoTracking().SingleAsync(b => b.Id == id));
            if (batch.State is not (ImportState.Checking or ImportState.Applying))
                return batch;
        }
    }

    public Task<List<RowResult>> RowsAsync(ImportBatch batch) =>
        Site.InScopeAsync(async services =>
        {
            var imports = services.GetRequiredService<ImportBatches>();
            var report = (await imports.ReportAsync(batch, CancellationToken.None)).ShouldNotBeNull();
            return await report.Rows.ToListAsync();
        });

    public Task<Teacher?> TeacherAsync(string number) =>
        Site.InScopeAsync(services =>
            Set<Teacher>(services)
                .AsNoTracking()
                .Include(teacher => teacher.Posts)
                .Include(teacher => teacher.Duties)
                .SingleOrDefaultAsync(teacher => teacher.TeacherNumber == number)
        );

    public Task<Account?> AccountAsync(string number) =>
        Site.InScopeAsync(services => Set<Account>(services).AsNoTracking().SingleOrDefaultAsync(account => account.UserName == number));

    public Task<int> CountAsync() =>
        Site.InScopeAsync(services => Set<Teacher>(services).CountAsync(teacher => teacher.TeacherNumber.StartsWith(Tag)));

    public Task ChangeAsync(string number, Action<Teacher> change) =>
        Site.InScopeAsync(async services =>
        {
            change(await Set<Teacher>(services).SingleAsync(teacher => teacher.TeacherNumber == number));
            await services.GetRequiredService<HubDbContext>().SaveChangesAsync();
        });

    public static DbSet<T> Set<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<HubDbContext>().Set<T>();

    private static Task<Organization> CountyAsync(TestSite site) =>
        site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var city = await database.Set<Organization>().SingleAsync(organization => organization.Path == "baoshan/");
            var code = "c" + Guid.NewGuid().ToString("N")[..10];
            var county = new Organization
            {
                Id = HubId.New(TimeProvider.System),
                Code = code,
                Name = "测试县" + code,
                Kind = OrganizationKind.County,
                ParentId = city.Id,
                Path = $"baoshan/{code}/",
            };
            database.Add(county);
            await database.SaveChangesAsync();
            return county;
        });
}
