using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Organizations;
using TeacherGrowthHub.Kernel.Recipes;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Claims;
using TeacherGrowthHub.TrainingHours.Services.Ledger;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.TrainingHours.Recipes.Samples;

/// <summary>Sample trainings with their rosters. What is over is closed and certified as officers do it, by the rules of its year.</summary>
public sealed class SampleTrainings(
    HubDbContext database,
    SampleCast cast,
    TrainingClosing closing,
    HourLedger ledger,
    ClaimEntries entries,
    TimeProvider clock
)
{
    private const int SecretLength = 32;
    private const int MinutesOfAnHour = 45;
    private static readonly TimeOnly Begin = new(9, 0);

    public async Task<RecipeOutcome> ImportAsync(SampleTraining item, CancellationToken cancellationToken)
    {
        if (await database.Set<Training>().AnyAsync(training => training.Id == item.TrainingId, cancellationToken))
            return RecipeOutcome.Unchanged;
        var training = TrainingOf(item);
        database.Add(training);
        var invited = cast.Everybody.Where(teacher => training.Objection(teacher, cast.DayOf(item.Day)) is null).ToList();
        if (training.Start < clock.GetUtcNow().UtcDateTime)
            Hold(training, [.. invited.Where((_, place) => item.Absent == 0 || (place + 1) % item.Absent != 0)]);
        else
            SignUp(training, invited.Take(item.Enrolled));
        await database.SaveChangesAsync(cancellationToken);
        if (item.State == SampleTrainingState.Certified)
            await CertifyAsync(training, cancellationToken);
        return RecipeOutcome.Created;
    }

    private Training TrainingOf(SampleTraining item)
    {
        var training = new Training
        {
            Id = item.TrainingId,
            Path = item.Organization,
            Title = item.Title,
            Kind = item.Kind,
            Provider = item.Provider,
            Level = item.Level,
            IsMentalHealth = true,
            IsPreService = item.IsPreService,
            Description = item.Description,
            Speakers = item.Speakers,
            Capacity = item.Capacity,
            Duties = item.Duties ?? [],
            ApprovalPath = item.State == SampleTrainingState.AwaitingApproval ? OrganizationPath.Parent(item.Organization) ?? "" : "",
            State = item.State == SampleTrainingState.AwaitingApproval ? TrainingState.AwaitingApproval : TrainingState.Open,
            CreatedById = cast.Officer.AccountId ?? "",
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        for (var i = 0; i < item.Sessions; i++)
            training.Sessions.Add(SessionOf(item, i));
        training.Replan();
        return training;
    }

    private TrainingSession SessionOf(SampleTraining item, int place)
    {
        var local = cast.DayOf(item.Day).AddDays(place).ToDateTime(Begin);
        var start = TimeZoneInfo.ConvertTimeToUtc(local, SchoolCalendar.Zone);
        return new TrainingSession
        {
            Id = HubId.New(clock),
            Topic = item.Title,
            Start = start,
            End = start.AddMinutes((double)item.Hours * MinutesOfAnHour),
            Place = item.Place,
            HoursHundredths = Hours.Of(item.Hours)!.Value.Hundredths,
            Secret = RandomNumberGenerator.GetBytes(SecretLength),
        };
    }

    private void SignUp(Training training, IEnumerable<TeacherHistory> teachers)
    {
        foreach (var (place, teacher) in teachers.Index())
            database.Add(
                new Enrolment
                {
                    TrainingId = training.Id,
                    TeacherId = teacher.TeacherId,
                    Path = teacher.PostOn(SchoolCalendar.DayOf(clock.GetUtcNow().UtcDateTime))!.Path,
                    State = place < (training.Capacity ?? int.MaxValue) ? EnrolmentState.Enrolled : EnrolmentState.Waiting,
                    At = training.CreatedAt.AddSeconds(place),
                    Secret = RandomNumberGenerator.GetBytes(SecretLength),
                }
            );
    }

    private void Hold(Training training, IReadOnlyList<TeacherHistory> teachers)
    {
        SignUp(training, teachers);
        database.AddRange(
            from session in training.Sessions
            from teacher in teachers
            select new Attendance
            {
                SessionId = session.Id,
                TeacherId = teacher.TeacherId,
                CheckedInAt = session.Start,
                CheckedOutAt = session.End,
                Method = AttendanceMethod.SessionCode,
            }
        );
    }

    private async Task CertifyAsync(Training training, CancellationToken cancellationToken)
    {
        await closing.CloseAsync(training.Id, cast.Officer, cancellationToken);
        var claims = await database.Set<Claim>().Where(claim => claim.TrainingId == training.Id).ToListAsync(cancellationToken);
        if (claims.Count == 0)
            return;
        await ledger.LockAsync(claims.Select(claim => claim.TeacherId), cancellationToken);
        await entries.CertifyAsync(claims, cast.Officer, cancellationToken: cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }
}
