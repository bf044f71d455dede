using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Notifications;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.Tests.Support;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Trainings;

namespace TeacherGrowthHub.Tests.TrainingHours.Trainings;

/// <summary>A school with a planner, the training officer of its county, and trainings of theirs.</summary>
internal sealed record TrainingStage(TestSite Site, Organization School, HubUser Planner, HubUser County)
{
    public const string CountyPath = "baoshan/longyang/";

    public static async Task<TrainingStage> SetAsync(DatabaseProvider provider)
    {
        var site = await TestSite.OnAsync(provider);
        var cast = new Cast(site);
        var school = await cast.SchoolAsync();
        return new TrainingStage(
            site,
            school,
            await cast.TeacherAsync(school, "SchoolAdministrator"),
            await cast.TeacherAsync(await HoursStage.OrganizationAsync(site, CountyPath), "TrainingOfficer")
        );
    }

    public Task<HubUser> TeacherAsync() => new Cast(Site).TeacherAsync(School);

    /// <summary>A form that can be stored: two sessions of three hours on a day in the future.</summary>
    public static TrainingForm Form(string path, int daysAhead = 20) =>
        new()
        {
            Organization = path,
            Title = "校园心理危机识别与转介",
            Kind = "face-to-face",
            Level = TrainingLevel.School,
            Sessions = [Row(daysAhead, 9, 12), Row(daysAhead, 14, 17)],
        };

    public static TrainingForm.SessionForm Row(int daysAhead, int from, int to) =>
        new()
        {
            Topic = $"第{from}时",
            Day = SchoolCalendar.DayOf(DateTime.UtcNow).AddDays(daysAhead),
            From = new TimeOnly(from, 0),
            To = new TimeOnly(to, 0),
            Place = "三楼研修室",
            Hours = to - from,
        };

    /// <summary>An announced training of the county for its teachers.</summary>
    public async Task<string> AnnouncedAsync(Action<TrainingForm>? change = null, string path = CountyPath)
    {
        var form = Form(path);
        change?.Invoke(form);
        var id = await RunAsync<TrainingPlanning, string>(planning => planning.CreateAsync(form, County));
        await RunAsync<TrainingDecisions>(decisions => decisions.SubmitAsync(id, County));
        return id;
    }

    /// <summary>An announced training of the county with one session at a time of its own, past or present.</summary>
    /// <param name="startsIn">Minutes from now.</param>
    /// <param name="minutes">Length.</param>
    public async Task<(string Id, string Session)> AtAsync(int startsIn, int minutes = 120, Action<Training>? change = null)
    {
        var start = DateTime.UtcNow.AddMinutes(startsIn);
        var training = new Training
        {
            Id = HubId.New(TimeProvider.System),
            Path = CountyPath,
            Title = "现场培训",
            Kind = "face-to-face",
            State = TrainingState.Open,
            IsMentalHealth = true,
            CreatedById = County.AccountId!,
            CreatedAt = DateTime.UtcNow,
        };
        training.Sessions.Add(Session(start, minutes));
        change?.Invoke(training);
        training.Replan();
        await Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            database.Add(training);
            await database.SaveChangesAsync();
        });
        return (training.Id, training.Schedule[0].Id);
    }

    public static TrainingSession Session(DateTime start, int minutes, int hundredths = 600) =>
        new()
        {
            Id = HubId.New(TimeProvider.System),
            Topic = "一场",
            Start = start,
            End = start.AddMinutes(minutes),
            HoursHundredths = hundredths,
            Secret = RotatingCode.NewSecret(),
        };

    /// <summary>Writes teachers down for a training that has begun.</summary>
    public Task EnrolAsync(string id, params HubUser[] teachers) =>
        Site.InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<HubDbContext>();
            foreach (var teacher in teachers)
                database.Add(
                    new Enrolment
                    {
                        TrainingId = id,
                        TeacherId = teacher.TeacherId!,
                        Path = School.Path,
                        At = DateTime.UtcNow,
                        Secret = RotatingCode.NewSecret(),
                    }
                );
            await database.SaveChangesAsync();
        });

    public Task<EnrolmentState> SignUpAsync(string id, HubUser teacher, bool accept = false) =>
        RunAsync<SignUps, EnrolmentState>(signUps => signUps.SignUpAsync(id, accept, teacher));

    public Task<Training> TrainingAsync(string id) =>
        ReadAsync(database => database.Set<Training>().Include(training => training.Sessions).SingleAsync(training => training.Id == id));

    public Task<Enrolment> EnrolmentAsync(string id, HubUser teacher) =>
        ReadAsync(database => database.Set<Enrolment>().SingleAsync(row => row.TrainingId == id && row.TeacherId == teacher.TeacherId));

    public Task<Attendance?> AttendanceAsync(string session, HubUser teacher) =>
        ReadAsync(database =>
            database.Set<Attendance>().SingleOrDefaultAsync(row => row.SessionId == session && row.TeacherId == teacher.TeacherId)
        );

    public Task<List<string>> NoticesAsync(HubUser user) =>
        ReadAsync(database =>
            database.Set<Notification>().Where(notice => notice.AccountId == user.AccountId).Select(notice => notice.Text).ToListAsync()
        );

    public Task<T> ReadAsync<T>(Func<HubDbContext, Task<T>> read) =>
        Site.InScopeAsync(services => read(services.GetRequiredService<HubDbContext>()));

    public Task<T> RunAsync<TService, T>(Func<TService, Task<T>> run)
        where TService : notnull => Site.InScopeAsync(services => run(services.GetRequiredService<TService>()));

    public Task RunAsync<TService>(Func<TService, Task> run)
        where TService : notnull => Site.InScopeAsync(services => run(services.GetRequiredService<TService>()));
}
