using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Content.Recipes;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Settings;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Accounts;
using TeacherGrowthHub.People.Services.Roles;

namespace TeacherGrowthHub.Web.Hosting;

/// <summary>What the set-up page asks.</summary>
public sealed class SetupForm
{
    public string SiteName { get; set; } = new SiteProfile().SiteName;
    public string Owner { get; set; } = new SiteProfile().Owner;

    /// <summary>Name of the shipped recipe with the organisations; empty means later, or one's own.</summary>
    public string Organizations { get; set; } = "organizations";

    /// <summary>One's own recipe with the organisations, instead of a shipped one.</summary>
    public IFormFile? OwnOrganizations { get; set; }
    public bool WithSamples { get; set; }
    public string Number { get; set; } = "";
    public string Name { get; set; } = "";
    public string Password { get; set; } = "";
}

/// <summary>Makes an empty installation usable: words, organisations, first administrator, samples if wanted.</summary>
public sealed class SiteSetup(
    HubDbContext database,
    AccountService accounts,
    RoleHoldings holdings,
    Passwords passwords,
    SiteSettings settings,
    RecipeExecutor recipes,
    RecipeLibrary library,
    AuditTrail audit,
    TimeProvider clock
)
{
    private const string Samples = "sample-library";
    private const string CityCode = "city";

    /// <summary>Whether nobody can sign in yet.</summary>
    public async Task<bool> IsNeededAsync(CancellationToken cancellationToken) =>
        !await database.Set<Account>().AnyAsync(cancellationToken);

    /// <summary>Sets the site up and gives the administrator's account.</summary>
    public async Task<Account> RunAsync(SetupForm form, CancellationToken cancellationToken)
    {
        var account = Account.Create(clock, form.Number.Trim(), form.Name.Trim());
        await passwords.EnsureValidAsync(account, form.Password, asAdministrator: true);
        await ImportOrganizationsAsync(form, cancellationToken);
        if (form.WithSamples)
            await recipes.ImportAsync(Samples, dryRun: false, cancellationToken: cancellationToken);
        var profile = await settings.GetAsync<SiteProfile>(cancellationToken);
        var before = new { profile.SiteName, profile.Owner };
        (profile.SiteName, profile.Owner) = (form.SiteName.Trim(), form.Owner.Trim());
        audit.Record(HubUser.System, "Settings.Changed", "Settings", nameof(SiteProfile), before, new { profile.SiteName, profile.Owner });
        await settings.SetAsync(profile, cancellationToken);
        var top = await TopOrganizationAsync(form.Owner.Trim(), cancellationToken);
        // Last: with the account the set-up page closes, so a failure before it can be repeated.
        await accounts.CreateAsync(account, form.Password);
        await holdings.GrantAsync(account, PortalRole.SystemAdministrator, top.Path, cancellationToken);
        return account;
    }

    private async Task ImportOrganizationsAsync(SetupForm form, CancellationToken cancellationToken)
    {
        if (form.OwnOrganizations is { } own)
        {
            await using var content = own.OpenReadStream();
            var recipe = await RecipeFile.ReadUploadAsync(content, own.FileName, cancellationToken);
            await recipes.ImportAsync(recipe, dryRun: false, cancellationToken: cancellationToken);
        }
        else if (library.Find(form.Organizations) is not null)
            await recipes.ImportAsync(form.Organizations, dryRun: false, cancellationToken: cancellationToken);
    }

    private async Task<Organization> TopOrganizationAsync(string owner, CancellationToken cancellationToken)
    {
        var top = await database.Set<Organization>().OrderBy(o => o.Path).FirstOrDefaultAsync(o => o.ParentId == null, cancellationToken);
        if (top is not null)
            return top;
        top = new Organization
        {
            Id = HubId.New(clock),
            Code = CityCode,
            Name = owner,
            Kind = OrganizationKind.City,
            Path = CityCode + "/",
        };
        database.Add(top);
        return top;
    }
}
