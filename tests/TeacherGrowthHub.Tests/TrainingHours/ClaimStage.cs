using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>A stage with a checker at the school, and shortcuts for claims. Days lie in the present school year, so that nothing is late.</summary>
internal sealed class ClaimStage(HoursStage hours, HubUser checker)
{
    private static int _files;

    public HoursStage Hours => hours;
    public TestSite Site => hours.Site;
    public HubUser Teacher => hours.Teacher;
    public HubUser County => hours.County;
    public HubUser City => hours.City;

    /// <summary>Checks for the school; certifies nothing.</summary>
    public HubUser Checker => checker;
    public DateOnly Day { get; } = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-10);

    public static async Task<ClaimStage> SetAsync(DatabaseProvider provider, params DutyKind[] duties) =>
        await SetAsync(await TestSite.OnAsync(provider), duties);

    public static async Task<ClaimStage> SetAsync(TestSite site, params DutyKind[] duties)
    {
        var hours = await HoursStage.SetAsync(site, duties);
        return new ClaimStage(hours, await new Cast(site).TeacherAsync(hours.School, "SchoolAdministrator"));
    }

    public ClaimForm Form(string title, decimal amount = 3, DateOnly? on = null) =>
        new("face-to-face", title, "县教研室", on ?? Day, null, amount, IsMentalHealth: true, IsPreService: false);

    /// <summary>A picture that nobody has sent before.</summary>
    public static SentFile Picture() =>
        new(
            "证书.png",
            new MemoryStream([
                0x89,
                0x50,
                0x4E,
                0x47,
                0x0D,
                0x0A,
                0x1A,
                0x0A,
                .. BitConverter.GetBytes(Interlocked.Increment(ref _files)),
                .. Guid.NewGuid().ToByteArray(),
            ])
        );

    public Task<string> FileAsync(
        ClaimForm form,
        bool submit = true,
        HubUser? teacher = null,
        SentFile? file = null,
        string? id = null,
        HubUser? by = null
    ) =>
        AskAsync<ClaimFiling, string>(filing =>
            filing.FileAsync(id, (teacher ?? Teacher).TeacherId, form, [file ?? Picture()], submit, by ?? teacher ?? Teacher)
        );

    public Task<CertifiedSelection> CertifyAsync(HubUser officer, params string[] ids) =>
        AskAsync<ClaimCertification, CertifiedSelection>(certification => certification.CertifyAsync(ids, officer));

    public Task PassOnAsync(string id, HubUser? by = null) =>
        DoAsync<ClaimDecisions>(decisions => decisions.PassOnAsync(id, null, by ?? Checker));

    /// <summary>Submitted and passed on by the school.</summary>
    public async Task<string> AtCountyAsync(string title, decimal amount = 3)
    {
        var id = await FileAsync(Form(title, amount));
        await PassOnAsync(id);
        return id;
    }

    public Task<Claim> ClaimAsync(string id) =>
        Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Claim>().AsNoTracking().SingleAsync(claim => claim.Id == id)
        );

    public Task<List<ClaimAct>> StepsAsync(string id) =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<ClaimStep>()
                .Where(step => step.ClaimId == id)
                .OrderBy(step => step.Id)
                .Select(step => step.Act)
                .ToListAsync()
        );

    public async Task<IReadOnlyList<ClaimFinding>> FindingsAsync(string id)
    {
        var claim = await ClaimAsync(id);
        return [.. (await AskAsync<ClaimFindings, ILookup<string, ClaimFinding>>(findings => findings.OfAsync([claim])))[id]];
    }

    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull => Site.InScopeAsync(services => ask(services.GetRequiredService<TService>()));

    public Task DoAsync<TService>(Func<TService, Task> act)
        where TService : notnull => Site.InScopeAsync(services => act(services.GetRequiredService<TService>()));
}
