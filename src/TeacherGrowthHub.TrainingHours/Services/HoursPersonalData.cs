using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Blobs;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Privacy;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services;

/// <summary>A teacher's own hours: ledger, balances, exemptions, claims with their history and evidence.</summary>
internal sealed class HoursPersonalData(HubDbContext database, IBlobStore blobs) : IPersonalDataSource
{
    public string Name => "hours";

    public IReadOnlyCollection<Type> Covers =>
        [
            typeof(LedgerEntry),
            typeof(LedgerHead),
            typeof(TeacherYear),
            typeof(DutyBalance),
            typeof(Exemption),
            typeof(Claim),
            typeof(ClaimStep),
            typeof(SavedClaimFilter),
            typeof(Enrolment),
            typeof(Attendance),
        ];

    public async Task WriteAsync(HubUser owner, PersonalArchive archive, CancellationToken cancellationToken)
    {
        if (owner.TeacherId is not { } id)
            return;
        var entries = Rows<LedgerEntry>().Where(row => row.TeacherId == id).OrderBy(row => row.Sequence);
        await archive.AddAsync("ledger.json", entries.AsAsyncEnumerable(), cancellationToken);
        await archive.AddAsync("years.json", Rows<TeacherYear>().Where(row => row.TeacherId == id).AsAsyncEnumerable(), cancellationToken);
        await archive.AddAsync(
            "balances.json",
            Rows<DutyBalance>().Where(row => row.TeacherId == id).AsAsyncEnumerable(),
            cancellationToken
        );
        await archive.AddAsync(
            "exemptions.json",
            Rows<Exemption>().Where(row => row.TeacherId == id).AsAsyncEnumerable(),
            cancellationToken
        );
        var claims = Rows<Claim>().Where(row => row.TeacherId == id).OrderBy(row => row.Id);
        await archive.AddAsync("claims.json", claims.AsAsyncEnumerable(), cancellationToken);
        var steps = Rows<ClaimStep>().Where(step => claims.Any(claim => claim.Id == step.ClaimId)).OrderBy(step => step.Id);
        await archive.AddAsync("claim-steps.json", steps.AsAsyncEnumerable(), cancellationToken);
        var filters = Rows<SavedClaimFilter>().Where(filter => filter.AccountId == owner.AccountId);
        await archive.AddAsync("saved-filters.json", filters.AsAsyncEnumerable(), cancellationToken);
        var enrolments = Rows<Enrolment>()
            .Where(row => row.TeacherId == id)
            .Select(row => new
            {
                row.TrainingId,
                row.State,
                row.At,
            });
        await archive.AddAsync("enrolments.json", enrolments.AsAsyncEnumerable(), cancellationToken);
        await archive.AddAsync(
            "attendances.json",
            Rows<Attendance>().Where(row => row.TeacherId == id).AsAsyncEnumerable(),
            cancellationToken
        );
        var evidence = Rows<ClaimEvidence>().Where(file => claims.Any(claim => claim.Id == file.ClaimId));
        foreach (var file in await evidence.ToListAsync(cancellationToken))
        {
            await using var content = await blobs.OpenAsync(file.BlobHash, cancellationToken);
            if (content is not null)
                await archive.AddAsync($"evidence/{file.ClaimId}/{file.Id}-{file.Name}", content, cancellationToken);
        }
    }

    private IQueryable<T> Rows<T>()
        where T : class => database.Set<T>().AsNoTracking();
}
