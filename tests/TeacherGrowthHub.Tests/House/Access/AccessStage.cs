using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Kinds;
using TeacherGrowthHub.People.Services.Roles;
using TeacherGrowthHub.Tests.ResourceBank;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Imports;

namespace TeacherGrowthHub.Tests.House.Access;

/// <summary>Two schools with one of everything, in different counties, and a person for every role.</summary>
public sealed class AccessStage
{
    private const string City = "baoshan/";
    private const string County = "baoshan/longyang/";
    private const string OtherCounty = "baoshan/tengchong/";

    /// <summary>The columns of the table: every role, and where it is held (null: at the school inside).</summary>
    public static readonly IReadOnlyDictionary<string, string?> Roles = new Dictionary<string, string?>
    {
        ["guest"] = "",
        ["Teacher"] = "",
        ["SchoolReviewer"] = null,
        ["Reviewer"] = County,
        ["SchoolAdministrator"] = null,
        ["CountyAdministrator"] = County,
        ["CityAdministrator"] = City,
        ["SystemAdministrator"] = City,
        ["TrainingOfficer"] = County,
        ["ContestOrganiser"] = County,
        ["Judge"] = County,
        ["StudioHost"] = County,
        ["Editor"] = County,
    };

    private readonly TestSite _site;

    private AccessStage(TestSite site) => _site = site;

    public IReadOnlyDictionary<string, string> Inside { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Outside { get; private set; } = new Dictionary<string, string>();
    public Dictionary<string, Visitor> Visitors { get; } = [];

    public static async Task<AccessStage> SetAsync(TestSite site)
    {
        var stage = new AccessStage(site);
        var (school, inside) = await stage.SchoolAsync(County);
        (_, stage.Outside) = await stage.SchoolAsync(OtherCounty);
        stage.Inside = inside;
        var home = await new Cast(site).SchoolAsync();
        foreach (var (role, path) in Roles)
            stage.Visitors[role] = await stage.VisitorAsync(role, path ?? school.Path, home);
        return stage;
    }

    private async Task<Visitor> VisitorAsync(string role, string path, Organization home)
    {
        if (role == "guest")
            return new Visitor(_site);
        var cast = new Cast(_site);
        var person = await cast.TeacherAsync(home);
        var login = await cast.LoginOfAsync(person);
        if (role != PortalRole.Teacher)
            await _site.InScopeAsync(services => services.GetRequiredService<RoleHoldings>().GrantAsync(login, role, path, HubUser.System));
        return await Visitor.SignedInAsync(_site, login);
    }

    // What stands for the places of routes: ids by the name of the thing.
    private async Task<(Organization School, IReadOnlyDictionary<string, string> Things)> SchoolAsync(string county)
    {
        var cast = new Cast(_site);
        var school = await cast.SchoolAsync(county);
        var stage = new Stage(_site, school, await cast.TeacherAsync(school), await cast.TeacherAsync(school, "SchoolReviewer"));
        var administrator = await cast.TeacherAsync(school, "SchoolAdministrator");
        var trainings = await TrainingThings.MakeAsync(_site, school.Path, stage.Author.TeacherId!);
        return (
            school,
            new Dictionary<string, string>(trainings.Concat(await CertificateThings.MakeAsync(_site, school, stage.Author)))
            {
                ["path"] = Uri.EscapeDataString(school.Path),
                ["organization"] = school.Id,
                ["account"] = stage.Author.AccountId!,
                ["teacher"] = stage.Author.TeacherId!,
                ["draft"] = await stage.DraftAsync(),
                ["submission"] = await stage.SubmittedAsync(),
                ["county"] = school.ParentId!,
                ["closed"] = await ClosedAsync(await cast.SchoolAsync(county)),
                ["import"] = await ImportAsync(administrator, TeacherImport.Kind, ImportState.Cancelled),
                ["second"] = await ImportAsync(await cast.TeacherAsync(school, "TrainingOfficer"), HoursImport.Kind, ImportState.Waiting),
                ["kind"] = "teachers",
                ["published"] = await stage.PublishedAsync("published"),
                ["claim"] = await ClaimAsync(stage.Author, school),
            }
        );
    }

    private Task<string> ClosedAsync(Organization school) =>
        _site.InScopeAsync(async services =>
        {
            var organizations = services.GetRequiredService<HubDbContext>().Set<Organization>();
            var yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
            await organizations
                .Where(organization => organization.Id == school.Id)
                .ExecuteUpdateAsync(update => update.SetProperty(organization => organization.ClosedOn, yesterday));
            return school.Id;
        });

    private Task<string> ClaimAsync(HubUser teacher, Organization school) =>
        _site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var day = DateOnly.FromDateTime(DateTime.UtcNow);
            var claim = new Claim
            {
                Id = HubId.New(TimeProvider.System),
                TeacherId = teacher.TeacherId!,
                Path = school.Path,
                SchoolYear = 2025,
                Kind = "face-to-face",
                Title = "某次培训",
                From = day,
                To = day,
                RawHundredths = 100,
                GrantedHundredths = 100,
                ActivityKey = HubId.New(TimeProvider.System),
                State = ClaimState.Waiting,
                Level = ClaimLevel.School,
                WaitingPath = school.Path,
                CreatedAt = DateTime.UtcNow,
                SubmittedAt = DateTime.UtcNow,
            };
            database.Add(claim);
            await database.SaveChangesAsync();
            return claim.Id;
        });

    private Task<string> ImportAsync(HubUser owner, string kind, ImportState state) =>
        _site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            var batch = new ImportBatch
            {
                Id = HubId.New(TimeProvider.System),
                Kind = kind,
                AccountId = owner.AccountId!,
                FileName = "teachers.xlsx",
                FileHash = new string('0', 64),
                State = state,
                CreatedAt = DateTime.UtcNow,
            };
            database.Add(batch);
            await database.SaveChangesAsync();
            return batch.Id;
        });
}
