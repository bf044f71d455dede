using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services;

/// <summary>Claims, trainings and balances follow their school. A claim on its way waits at whoever is above the school from now on.</summary>
public sealed class HoursPaths(HubDbContext database) : IPathHolder
{
    public string Label => "学时申报";

    public Task<int> CountAsync(PathChange change, CancellationToken cancellationToken) => Claims(change).CountAsync(cancellationToken);

    public async Task RepathAsync(PathChange change, CancellationToken cancellationToken)
    {
        var (to, tail) = (change.To, change.From.Length);
        await change
            .Of(database.Set<TeacherYear>(), row => row.Path)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Path, row => to + row.Path.Substring(tail)), cancellationToken);
        await change
            .Of(database.Set<DutyBalance>(), row => row.Path)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Path, row => to + row.Path.Substring(tail)), cancellationToken);
        await change
            .Of(database.Set<Training>(), row => row.Path)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Path, row => to + row.Path.Substring(tail)), cancellationToken);
        await change
            .Of(database.Set<Enrolment>(), row => row.Path)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Path, row => to + row.Path.Substring(tail)), cancellationToken);
        await change
            .Of(database.Set<Certificate>(), row => row.Path)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Path, row => to + row.Path.Substring(tail)), cancellationToken);
        await change
            .Of(database.Set<CertificateBatch>(), row => row.Path)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Path, row => to + row.Path.Substring(tail)), cancellationToken);
        foreach (var request in await change.Of(database.Set<HourRequest>(), row => row.Path).ToListAsync(cancellationToken))
        {
            request.Path = change.Apply(request.Path);
            if (request.State == RequestState.Waiting)
                request.WaitingPath = ClaimChain.ActingAt(ClaimLevel.County, request.Path);
            request.Version++;
        }
        foreach (var claim in await Claims(change).ToListAsync(cancellationToken))
        {
            claim.Path = change.Apply(claim.Path);
            if (claim.State == ClaimState.Waiting)
                claim.WaitingPath = ClaimChain.ActingAt(claim.Level, claim.Path);
            claim.Version++;
        }
        await database.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<Claim> Claims(PathChange change) => change.Of(database.Set<Claim>(), claim => claim.Path);
}
