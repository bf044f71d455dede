using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Ledger;

namespace TeacherGrowthHub.Tests.TrainingHours;

/// <summary>A school of its own, a teacher with duties, and training officers of county and city.</summary>
internal sealed record HoursStage(TestSite Site, Organization School, HubUser Teacher, HubUser County, HubUser City)
{
    public const int Year = 2025;

    public static async Task<HoursStage> SetAsync(DatabaseProvider provider, params DutyKind[] duties) =>
        await SetAsync(await TestSite.OnAsync(provider), duties);

    public static async Task<HoursStage> SetAsync(TestSite site, params DutyKind[] duties)
    {
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        var teacher = await cast.TeacherAsync(school);
        var stage = new HoursStage(
            site,
            school,
            teacher,
            await cast.TeacherAsync(await OrganizationAsync(site, "baoshan/longyang/"), "TrainingOfficer"),
            await cast.TeacherAsync(await OrganizationAsync(site, "baoshan/"), "TrainingOfficer")
        );
        foreach (var duty in duties)
            await stage.GiveAsync(teacher, duty);
        return stage;
    }

    public string TeacherId => Teacher.TeacherId!;

    public static Task<Organization> OrganizationAsync(TestSite site, string path) =>
        site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<Organization>()
                .AsNoTracking()
                .SingleAsync(organization => organization.Path == path)
        );

    /// <summary>A duty from the beginning of the school year, with the balances that follow from it.</summary>
    public async Task GiveAsync(HubUser teacher, DutyKind duty)
    {
        await Site.InScopeAsync(services =>
            services
                .GetRequiredService<TeacherDuties>()
                .AddAsync(
                    teacher.TeacherId!,
                    new DutyProfile(duty, new DateOnly(Year, 9, 1), Document: "测试文件〔2025〕1号", ClassName: "测试班"),
                    HubUser.System
                )
        );
        await Site.SettleAsync();
    }

    public LedgerPosting Posting(decimal hours, string activity, string? teacherId = null, string kind = "face-to-face") =>
        new(
            teacherId ?? TeacherId,
            School.Path,
            Year,
            activity,
            "活动" + activity,
            kind,
            new DateOnly(2025, 10, 18),
            new DateOnly(2025, 10, 18),
            Hours.Of(hours)!.Value,
            Hours.Of(hours)!.Value,
            "test"
        )
        {
            IsMentalHealth = true,
        };

    public Task<IReadOnlyList<LedgerEntry>> CertifyAsync(HubUser officer, params LedgerPosting[] postings) =>
        InTransactionAsync(ledger => ledger.CertifyAsync(postings, officer));

    public Task<IReadOnlyList<LedgerEntry>> ReverseAsync(HubUser officer, LedgerEntry entry, string reason = "重复") =>
        InTransactionAsync(ledger =>
            ledger.ReverseAsync([new Reversal(new EntryKey(entry.TeacherId, entry.Sequence), School.Path, reason)], officer)
        );

    public Task<List<LedgerEntry>> EntriesAsync() =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<LedgerEntry>()
                .AsNoTracking()
                .Where(entry => entry.TeacherId == TeacherId)
                .OrderBy(entry => entry.Sequence)
                .ToListAsync()
        );

    public Task<DutyBalance?> BalanceAsync(DutyKind duty) =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<HubDbContext>()
                .Set<DutyBalance>()
                .AsNoTracking()
                .SingleOrDefaultAsync(row => row.TeacherId == TeacherId && row.SchoolYear == Year && row.Duty == duty)
        );

    /// <summary>What the rules say to it.</summary>
    public static Task<RefusedException> RefusedAsync(Func<Task> act) => Should.ThrowAsync<RefusedException>(act);

    private Task<T> InTransactionAsync<T>(Func<HourLedger, Task<T>> act) =>
        Site.InScopeAsync(async services =>
        {
            await using var transaction = await services.GetRequiredService<HubDbContext>().Database.BeginTransactionAsync();
            var result = await act(services.GetRequiredService<HourLedger>());
            await transaction.CommitAsync();
            return result;
        });
}
