using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Recipes;

/// <summary>Private step <c>TeacherGrowthHub.PolicyRules</c>: the rules of recognition by the school year they begin with.</summary>
public sealed class PolicyRulesStep(RuleBook book) : IRecipeStep
{
    public sealed record VersionItem(int FromSchoolYear, RuleSet Rules);

    public string Name => "TeacherGrowthHub.PolicyRules";

    /// <summary>Adds a version for each item that says something else than what begins with its year now.</summary>
    public async Task ImportAsync(JsonObject step, RecipeImport import, CancellationToken cancellationToken)
    {
        foreach (var item in step.Items<VersionItem>("Versions", item => item.FromSchoolYear.ToString()))
        {
            var present = await PresentAsync(item.FromSchoolYear, cancellationToken);
            var isSame = present is not null && Written(present.Rules) == Written(item.Rules);
            if (!isSame)
                await book.AddAsync(item.FromSchoolYear, item.Rules, HubUser.System, cancellationToken);
            import.Report(
                isSame ? RecipeOutcome.Unchanged
                    : present is null ? RecipeOutcome.Created
                    : RecipeOutcome.Updated,
                Name,
                item.FromSchoolYear.ToString()
            );
        }
    }

    public async IAsyncEnumerable<JsonObject> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = (await book.VersionsAsync(cancellationToken))
            .GroupBy(version => version.FromSchoolYear)
            .Select(year => year.Last())
            .ToList();
        if (last.Count > 0)
            yield return RecipeJson.Step(
                Name,
                "Versions",
                last.OrderBy(version => version.FromSchoolYear).Select(version => new VersionItem(version.FromSchoolYear, version.Rules))
            );
    }

    private async Task<RuleVersion?> PresentAsync(int fromSchoolYear, CancellationToken cancellationToken) =>
        (await book.VersionsAsync(cancellationToken)).LastOrDefault(version => version.FromSchoolYear == fromSchoolYear);

    private static string Written(RuleSet rules) => JsonSerializer.Serialize(rules, RecipeJson.Options);
}
