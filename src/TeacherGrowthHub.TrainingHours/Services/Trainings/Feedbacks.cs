using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>What participants say of a training: once each, without the name.</summary>
public sealed class Feedbacks(HubDbContext database, TrainingLoader trainings, AuditTrail audit, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not a participant, before it began, a second time, or without a score.</exception>
    public async Task GiveAsync(string id, int? score, string? text, HubUser user, CancellationToken cancellationToken = default)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var training = await trainings.LockAsync(id, cancellationToken);
        var enrolment = await database
            .Set<Enrolment>()
            .SingleOrDefaultAsync(
                row => row.TrainingId == id && row.TeacherId == user.TeacherId && row.State == EnrolmentState.Enrolled,
                cancellationToken
            );
        if (enrolment is null || clock.GetUtcNow().UtcDateTime < training.Start)
            throw new RefusedException("参加过培训的教师在开始后可以填写反馈") { Kind = RefusalKind.Forbidden };
        if (enrolment.HasGivenFeedback)
            throw new RefusedException("您已经填写过反馈") { Kind = RefusalKind.Conflict };
        if (score is not (>= Feedback.LowestScore and <= Feedback.HighestScore))
            throw new RefusedException("请选择 1 到 5 分") { Field = "Score" };
        var clean = (text ?? "").Trim();
        if (clean.Length > Feedback.MaxTextLength)
            throw new RefusedException("最多 {0} 个字", Feedback.MaxTextLength) { Field = "Words" };
        enrolment.HasGivenFeedback = true;
        database.Add(
            new Feedback
            {
                Id = Guid.NewGuid(),
                TrainingId = id,
                Score = score.Value,
                Text = clean,
            }
        );
        audit.Record(user, "Feedback.Given", nameof(Training), id, path: training.Path);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>All of a training of the person's scope, in no order that would tell who wrote them.</summary>
    public async Task<IReadOnlyList<Feedback>> OfAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        await trainings.OwnAsync(id, user, cancellationToken);
        return await database
            .Set<Feedback>()
            .AsNoTracking()
            .Where(feedback => feedback.TrainingId == id)
            .OrderBy(feedback => feedback.Id)
            .ToListAsync(cancellationToken);
    }
}
