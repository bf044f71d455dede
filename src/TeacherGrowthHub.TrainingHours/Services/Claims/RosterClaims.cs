using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>A teacher on the roster of a closed training.</summary>
/// <param name="Path">School of the teacher.</param>
/// <param name="Attended">Hours of the sessions that were attended.</param>
/// <param name="Counts">What the absence rule leaves of them.</param>
public sealed record RosterLine(string TeacherId, string Path, Hours Attended, Hours Counts);

/// <summary>Makes claims of a closed training's roster. They wait where hours of their kind are certified: the roster stands for the steps before.</summary>
public sealed class RosterClaims(HubDbContext database, RuleBook rules, TimeProvider clock)
{
    /// <summary>Adds a claim for every line whose teacher has none for this training yet; stored by the caller.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AddAsync(
        Training training,
        int schoolYear,
        DateOnly from,
        DateOnly to,
        IReadOnlyList<RosterLine> lines,
        HubUser closedBy,
        CancellationToken cancellationToken = default
    )
    {
        var kind = (await rules.OfAsync(schoolYear, cancellationToken)).Rules.Kind(training.Kind);
        var level = kind?.Steps[^1] ?? ClaimLevel.County;
        var known = await database
            .Set<Claim>()
            .Where(claim => claim.TrainingId == training.Id)
            .Select(claim => claim.TeacherId)
            .ToListAsync(cancellationToken);
        var fresh = lines.Where(line => line.Counts > Hours.Zero).ExceptBy(known, line => line.TeacherId).ToList();
        foreach (var line in fresh)
            Add(training, schoolYear, from, to, line, level, closedBy);
        return fresh.Count;
    }

    private void Add(Training training, int schoolYear, DateOnly from, DateOnly to, RosterLine line, ClaimLevel level, HubUser closedBy)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claim = new Claim
        {
            Id = HubId.New(clock),
            TeacherId = line.TeacherId,
            Path = line.Path,
            SchoolYear = schoolYear,
            Kind = training.Kind,
            Title = training.Title,
            Provider = training.Provider,
            From = from,
            To = to,
            RawHundredths = line.Attended.Hundredths,
            GrantedHundredths = line.Counts.Hundredths,
            IsMentalHealth = training.IsMentalHealth,
            IsPreService = training.IsPreService,
            ActivityKey = ActivityKeys.OfTraining(training.Id),
            State = ClaimState.Waiting,
            Level = level,
            WaitingPath = ClaimChain.ActingAt(level, line.Path),
            TrainingId = training.Id,
            CreatedAt = now,
            SubmittedAt = now,
        };
        database.Add(claim);
        database.Add(
            new ClaimStep
            {
                Id = HubId.New(clock),
                ClaimId = claim.Id,
                At = now,
                AccountId = closedBy.AccountId,
                By = closedBy.Name,
                Act = ClaimAct.Submitted,
            }
        );
    }
}
