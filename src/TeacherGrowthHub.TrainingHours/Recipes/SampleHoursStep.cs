using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Recipes.Samples;

namespace TeacherGrowthHub.TrainingHours.Recipes;

/// <summary>
/// Private step <c>TeacherGrowthHub.SampleHours</c>: a school year of trainings, claims, requests and certified hours of sample teachers.
/// Certified hours cannot be taken out of a ledger again, so Production refuses it; it is not exported.
/// </summary>
public sealed class SampleHoursStep(
    HubDbContext database,
    SampleCast cast,
    SampleTrainings trainings,
    SampleClaims claims,
    SampleTrend trend,
    IHostEnvironment environment
) : IRecipeStep
{
    public string Name => "TeacherGrowthHub.SampleHours";

    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        if (environment.IsProduction())
            throw new RefusedException("正式环境不接受示例学时");
        await cast.GatherAsync(step["OfficerId"]?.ToString() ?? "", cancellationToken);
        foreach (var item in step.Items<SamplePlanItem>("Plan", item => item.PlanItemId))
            import.Report(await PlanAsync(item, cancellationToken), Name, item.Title);
        var held = step.Items<SampleTraining>("Trainings", item => item.TrainingId);
        foreach (var item in held)
            import.Report(await trainings.ImportAsync(item, cancellationToken), Name, item.Title);
        foreach (var item in step.Items<SampleClaim>("Claims"))
            import.Report(await claims.ImportAsync(item, cancellationToken), Name, item.Title);
        foreach (var item in step.Items<SampleRequest>("Requests"))
            import.Report(await claims.ImportAsync(item, cancellationToken), Name, item.Reason);
        await trend.DrawAsync(held.Max(item => item.Day.YearsBack), cancellationToken);
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    private async Task<RecipeOutcome> PlanAsync(SamplePlanItem item, CancellationToken cancellationToken)
    {
        if (await database.Set<PlanItem>().AnyAsync(row => row.Id == item.PlanItemId, cancellationToken))
            return RecipeOutcome.Unchanged;
        database.Add(
            new PlanItem
            {
                Id = item.PlanItemId,
                Path = item.Organization,
                SchoolYear = cast.Present.Id,
                Title = item.Title,
                Kind = item.Kind,
                Duties = item.Duties ?? [],
                Month = item.Month,
                Times = item.Times,
                Persons = item.Persons,
                HoursHundredths = Hours.Of(item.Hours)!.Value.Hundredths,
            }
        );
        return RecipeOutcome.Created;
    }
}
