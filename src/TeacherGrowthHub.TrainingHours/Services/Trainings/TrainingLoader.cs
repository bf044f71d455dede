using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Loads trainings for those who may have them; a hidden training and an absent one answer alike.</summary>
public sealed class TrainingLoader(HubDbContext database)
{
    /// <summary>A training as its public page shows it: announced once, whatever became of it.</summary>
    public async Task<Training> PublicAsync(string id, CancellationToken cancellationToken = default) =>
        await FindAsync(id, cancellationToken) is { State: TrainingState.Open or TrainingState.Closed or TrainingState.Cancelled } training
            ? training
            : throw NotFound();

    /// <summary>A training of the person's scope, tracked.</summary>
    public async Task<Training> OwnAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        await FindAsync(id, cancellationToken) is { } training && user.Can(HoursPermissions.Plan, training.Path)
            ? training
            : throw NotFound();

    /// <summary>A session of a training of the person's scope.</summary>
    public async Task<(Training Training, TrainingSession Session)> OwnSessionAsync(
        string id,
        string sessionId,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        var training = await OwnAsync(id, user, cancellationToken);
        return (training, training.Sessions.Find(session => session.Id == sessionId) ?? throw NotFound());
    }

    /// <summary>
    /// A training whose places and roster nobody else changes until the caller's transaction ends. On SQLite the transaction itself is the
    /// lock; on PostgreSQL the row is locked.
    /// </summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async Task<Training> LockAsync(string id, CancellationToken cancellationToken = default)
    {
        if (database.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A training is locked inside a transaction.");
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Trainings" WHERE "Id" = {id} FOR UPDATE""", cancellationToken);
        Forget(id);
        return await FindAsync(id, cancellationToken) ?? throw NotFound();
    }

    public async Task<Training?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        HubId.IsValid(id)
            ? await database.Set<Training>().Include(training => training.Sessions).SingleOrDefaultAsync(t => t.Id == id, cancellationToken)
            : null;

    public static RefusedException NotFound() => new("没有这次培训，或者您不能查看它") { Kind = RefusalKind.NotFound };

    // What this context read before the lock may be out of date.
    private void Forget(string id)
    {
        foreach (var entry in database.ChangeTracker.Entries().ToList())
        {
            var isOfTraining = entry.Entity switch
            {
                Training training => training.Id == id,
                TrainingSession session => session.TrainingId == id,
                Enrolment enrolment => enrolment.TrainingId == id,
                _ => false,
            };
            if (isOfTraining)
                entry.State = EntityState.Detached;
        }
    }
}
