using System.Globalization;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Cli;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Cli;

/// <summary>Lets made-up claims of closed trainings wait at the counties, one teacher after the other.</summary>
public sealed class ScaleClaims(
    HubDbContext database,
    TeacherHistories histories,
    HourYears begun,
    RuleBook rules,
    SchoolCalendar calendar,
    TimeProvider clock
) : IScaleSeed
{
    private const int Page = 1_000;
    private const int Hundredths = 200;

    public int Order => 40;

    public string Option => "claims";

    public async Task SeedAsync(int count, CancellationToken cancellationToken)
    {
        var year =
            (await begun.BegunAsync(cancellationToken)).MaxBy(year => year.Start)
            ?? throw new RefusedException("没有教师或学时规则，不能生成学时记录");
        var kind = (await rules.OfAsync(year.Id, cancellationToken)).Rules.Kinds.First(kind => kind.Form == ActivityForm.Attendance);
        var after = "";
        for (var (made, training) = (0, 0); made < count; )
        {
            var page = await histories.IdsAfterAsync(after, Math.Min(Page, count - made), cancellationToken);
            (after, training) = page.Count == 0 ? ("", training + 1) : (page[^1], training);
            if (page.Count == 0 && made == 0)
                throw new RefusedException("没有教师或学时规则，不能生成学时记录");
            var people = await histories.OfAsync(page, cancellationToken);
            database.AddRange(people.Values.Select(teacher => Waiting(teacher, year, kind, training)).OfType<Claim>());
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
            made += page.Count;
            Console.Write($"\r{made} claims");
        }
    }

    private Claim? Waiting(TeacherHistory teacher, SchoolYear year, ActivityKind kind, int training)
    {
        if (teacher.PostOn(calendar.Today)?.Path is not { } path)
            return null;
        var now = clock.GetUtcNow().UtcDateTime;
        var number = training.ToString(CultureInfo.InvariantCulture);
        return new Claim
        {
            Id = HubId.New(clock),
            TeacherId = teacher.TeacherId,
            Path = path,
            SchoolYear = year.Id,
            Kind = kind.Code,
            Title = kind.Label + number,
            From = year.Start,
            To = year.Start,
            RawHundredths = Hundredths,
            GrantedHundredths = Hundredths,
            IsMentalHealth = true,
            ActivityKey = "training:scale-" + number,
            State = ClaimState.Waiting,
            Level = ClaimLevel.County,
            WaitingPath = ClaimChain.ActingAt(ClaimLevel.County, path),
            TrainingId = HubId.New(clock),
            CreatedAt = now,
            SubmittedAt = now,
        };
    }
}
