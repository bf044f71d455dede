using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Messaging;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Imports.Planning;
using TeacherGrowthHub.People.Imports.Services;
using TeacherGrowthHub.Tests.People.Imports;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Imports;
using TeacherGrowthHub.TrainingHours.Services.Ledger.Verification;

namespace TeacherGrowthHub.Tests.TrainingHours.Imports;

/// <summary>Two officers of a county, one of the city, a teacher with duties, and the ways of an import of hours.</summary>
internal sealed class HoursImportStage(ClaimStage claims, HubUser colleague, string number)
{
    public const string Headers = "工号 活动名称 类型 开始日期 结束日期 学时 认定学时";

    public ClaimStage Claims => claims;
    public TestSite Site => claims.Site;

    /// <summary>Uploads.</summary>
    public HubUser Officer => claims.County;

    /// <summary>Another officer of the same county.</summary>
    public HubUser Colleague => colleague;

    /// <summary>Of the teacher.</summary>
    public string Number => number;
    public string Day => claims.Day.ToString("yyyy-MM-dd");

    public static async Task<HoursImportStage> SetAsync(DatabaseProvider provider, params DutyKind[] duties) =>
        await SetAsync(await TestSite.OnAsync(provider), duties);

    public static async Task<HoursImportStage> SetAsync(TestSite site, params DutyKind[] duties)
    {
        var claims = await ClaimStage.SetAsync(site, duties);
        var cast = new Cast(claims.Site);
        var colleague = await cast.TeacherAsync(await HoursStage.OrganizationAsync(claims.Site, "baoshan/longyang/"), "TrainingOfficer");
        return new HoursImportStage(claims, colleague, await cast.LoginOfAsync(claims.Teacher));
    }

    /// <summary>A row about the teacher.</summary>
    public object?[] Row(string title, object hours, object? granted = null) => [Number, title, "集中培训", Day, null, hours, granted];

    /// <summary>Uploads and waits for the dry run.</summary>
    public async Task<ImportBatch> CheckAsync(Stream workbook, HubUser? by = null)
    {
        var id = await claims.AskAsync<ImportService, string>(imports =>
            imports.UploadAsync(HoursImport.Kind, "外部学时.xlsx", workbook, by ?? Officer, CancellationToken.None)
        );
        return await SettledAsync(id);
    }

    public Task<ImportBatch> CheckAsync(params object?[][] rows) => CheckAsync(SampleBook.Of(Headers, rows));

    /// <summary>Checked and handed to a second person.</summary>
    public async Task<ImportBatch> WaitingAsync(params object?[][] rows)
    {
        var batch = await CheckAsync(rows);
        await ConfirmAsync(batch.Id);
        return batch;
    }

    public Task ConfirmAsync(string id, bool skip = false) =>
        claims.DoAsync<ImportService>(imports => imports.ConfirmAsync(id, skip, Officer, CancellationToken.None));

    public async Task<ImportBatch> ApproveAsync(string id, HubUser by)
    {
        await claims.DoAsync<ImportSecondPerson>(second => second.ApproveAsync(id, by, CancellationToken.None));
        return await SettledAsync(id);
    }

    /// <summary>Through all hands into the ledger.</summary>
    public async Task<ImportBatch> ImportAsync(params object?[][] rows) => await ApproveAsync((await WaitingAsync(rows)).Id, Colleague);

    public async Task<ImportBatch> UndoAsync(string id, HubUser by, string reason = "传错了表")
    {
        await claims.DoAsync<ImportUndo>(undo => undo.AskAsync(id, reason, by, CancellationToken.None));
        return await SettledAsync(id);
    }

    public Task<List<RowResult>> RowsAsync(ImportBatch batch) =>
        claims.AskAsync<ImportBatches, List<RowResult>>(async batches =>
            await (await batches.ReportAsync(batch, CancellationToken.None))!.Value.Rows.ToListAsync()
        );

    public async Task<string?> ReasonAsync(params object?[] row) => (await RowsAsync(await CheckAsync([row]))).Single().Reason;

    public Task<List<Claim>> ImportedAsync(string id) =>
        Site.InScopeAsync(services =>
            services.GetRequiredService<HubDbContext>().Set<Claim>().AsNoTracking().Where(claim => claim.ImportId == id).ToListAsync()
        );

    /// <summary>Hundredths certified for the teacher's one duty in the present school year.</summary>
    public Task<int> BalanceAsync() =>
        Site.InScopeAsync(services =>
            ImportStage
                .Set<DutyBalance>(services)
                .Where(row => row.TeacherId == claims.Teacher.TeacherId)
                .OrderByDescending(row => row.SchoolYear)
                .Select(row => row.CertifiedHundredths)
                .FirstAsync()
        );

    public async Task<LedgerProblem?> LedgerProblemAsync() =>
        (await claims.AskAsync<LedgerVerification, LedgerVerdict>(verification => verification.RunAsync())).Problem;

    private async Task<ImportBatch> SettledAsync(string id)
    {
        while (true)
        {
            var dispatcher = Site.Services.GetRequiredService<OutboxDispatcher>();
            foreach (var message in new[] { nameof(CheckImport), nameof(ApplyImport), nameof(UndoImport) })
                await dispatcher.DrainAsync(message);
            var batch = await Site.InScopeAsync(services =>
                ImportStage.Set<ImportBatch>(services).AsNoTracking().SingleAsync(b => b.Id == id)
            );
            if (batch.State is not (ImportState.Checking or ImportState.Applying or ImportState.Undoing))
                return batch;
        }
    }
}
