using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Services;

/// <summary>Notes in a transaction of its own why an import was not written or not taken back: that of the work itself is undone.</summary>
public sealed class ImportFailures(IServiceScopeFactory scopes)
{
    /// <summary>Nothing has been written.</summary>
    public Task RefuseAsync(string batchId, string problem, params string[] arguments) =>
        ChangeAsync(batchId, ImportState.Applying, batch => batch.Refuse(problem, arguments));

    /// <summary>Nothing has been taken back.</summary>
    public Task KeepAppliedAsync(string batchId, string problem, params string[] arguments) =>
        ChangeAsync(
            batchId,
            ImportState.Undoing,
            batch => (batch.State, batch.Problem, batch.ProblemArguments) = (ImportState.Applied, problem, [.. arguments])
        );

    private async Task ChangeAsync(string batchId, ImportState expected, Action<ImportBatch> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<HubDbContext>();
        var batch = await store.Set<ImportBatch>().SingleAsync(b => b.Id == batchId);
        if (batch.State != expected)
            return;
        change(batch);
        await store.SaveChangesAsync();
    }
}
