using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Claims;

namespace TeacherGrowthHub.TrainingHours.Services.Claims;

/// <summary>A file that comes with a form.</summary>
/// <param name="Content">Seekable.</param>
public sealed record SentFile(string Name, Stream Content);

/// <summary>Takes a whole form at once, with its files and perhaps submitted: all of it or nothing.</summary>
public sealed class ClaimFiling(HubDbContext database, ClaimWriting writing, EvidenceStore evidence)
{
    /// <param name="id">The draft; null makes a new claim.</param>
    /// <param name="teacherId">Whose, for a new claim.</param>
    /// <returns>The claim's id.</returns>
    public async Task<string> FileAsync(
        string? id,
        string? teacherId,
        ClaimForm form,
        IReadOnlyList<SentFile> files,
        bool submit,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            if (id is null)
                id = (await writing.CreateAsync(form, teacherId ?? "", user, cancellationToken)).Id;
            else
                await writing.SaveAsync(id, form, user, cancellationToken);
            foreach (var file in files)
                await evidence.AddAsync(id, file.Name, file.Content, user, cancellationToken);
            if (submit)
                await writing.SubmitAsync(id, user, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
        catch (RefusedException)
        {
            database.ChangeTracker.Clear();
            throw;
        }
    }
}
