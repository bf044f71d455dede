using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Requests;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Requests;

namespace TeacherGrowthHub.TrainingHours.Recipes.Samples;

/// <summary>Sample claims and requests, handed in by their teachers and dealt with by the officer through the same services as real ones.</summary>
public sealed class SampleClaims(
    HubDbContext database,
    SampleCast cast,
    ClaimWriting writing,
    EvidenceStore evidence,
    ClaimDecisions decisions,
    ClaimLoader loader,
    HourLedger ledger,
    ClaimEntries entries,
    HourRequests requests
)
{
    private const string FileName = "示例证明.png";

    public async Task<RecipeOutcome> ImportAsync(SampleClaim item, CancellationToken cancellationToken)
    {
        var teacher = cast.Teacher(item.Teacher);
        if (await IsThereAsync(teacher, Typed.Clean(item.Title), cancellationToken))
            return RecipeOutcome.Unchanged;
        var form = new ClaimForm(item.Kind, item.Title, item.Provider, cast.DayOf(item.Day), null, item.Hours, true, false);
        var claim = await writing.CreateAsync(form, teacher.TeacherId!, teacher, cancellationToken);
        using var picture = SampleEvidence.Draw(item.SameEvidence ?? $"{item.Teacher} {item.Title}");
        await evidence.AddAsync(claim.Id, FileName, picture, teacher, cancellationToken);
        if (item.State != SampleClaimState.Draft)
            await HandInAsync(claim, item, teacher, cancellationToken);
        return RecipeOutcome.Created;
    }

    public async Task<RecipeOutcome> ImportAsync(SampleRequest item, CancellationToken cancellationToken)
    {
        var (teacher, reason) = (cast.Teacher(item.Teacher), Typed.Clean(item.Reason));
        if (
            await database
                .Set<HourRequest>()
                .AnyAsync(request => request.TeacherId == teacher.TeacherId && request.Reason == reason, cancellationToken)
        )
            return RecipeOutcome.Unchanged;
        var day = cast.DayOf(item.Day);
        var form = new RequestForm(
            item.Kind,
            cast.Present.Id,
            day,
            day.AddDays(item.Days - 1),
            item.ExemptionKind,
            item.Duty,
            item.ActivityKind,
            item.Title,
            item.Hours,
            IsMentalHealth: true,
            item.Reason
        );
        using var picture = SampleEvidence.Draw($"{item.Teacher} {item.Reason}");
        await requests.SubmitAsync(form, new SentFile(FileName, picture), teacher, cancellationToken);
        return RecipeOutcome.Created;
    }

    private Task<bool> IsThereAsync(HubUser teacher, string? title, CancellationToken cancellationToken) =>
        database.Set<Claim>().AnyAsync(claim => claim.TeacherId == teacher.TeacherId && claim.Title == title, cancellationToken);

    private async Task HandInAsync(Claim claim, SampleClaim item, HubUser teacher, CancellationToken cancellationToken)
    {
        await writing.SubmitAsync(claim.Id, teacher, cancellationToken);
        claim.SubmittedAt = claim.SubmittedAt?.AddDays(-item.WaitedDays);
        if (item.State is SampleClaimState.PassedOn or SampleClaimState.Certified)
            await PassOnAsync(claim, cancellationToken);
        if (item.State == SampleClaimState.Certified)
        {
            await ledger.LockAsync([claim.TeacherId], cancellationToken);
            await entries.CertifyAsync([claim], cast.Officer, cancellationToken: cancellationToken);
        }
        else if (item.State == SampleClaimState.Returned)
            await decisions.ReturnAsync(claim.Id, item.Reason, cast.Officer, cancellationToken);
        else if (item.State == SampleClaimState.Refused)
            await decisions.RefuseAsync(claim.Id, item.Reason, cast.Officer, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task PassOnAsync(Claim claim, CancellationToken cancellationToken)
    {
        var last = claim.StepsOf(await loader.KindOfAsync(claim, cancellationToken))[^1];
        while (claim.Level != last)
            await decisions.PassOnAsync(claim.Id, null, cast.Officer, cancellationToken);
    }
}
