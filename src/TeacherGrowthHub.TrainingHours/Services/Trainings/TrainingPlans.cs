using Microsoft.EntityFrameworkCore;
using TeacherGrowthHub.Kernel.Audit;
using TeacherGrowthHub.Kernel.Data;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>A plan's line and what has become of it.</summary>
/// <param name="Held">Closed trainings that fulfil it.</param>
/// <param name="Attended">Persons who were at one of them, each once.</param>
/// <param name="Announced">Trainings that are announced and still to come or running.</param>
public sealed record PlanLine(PlanItem Item, string KindLabel, int Held, int Attended, int Announced);

/// <summary>The fields of a plan's line as they are posted.</summary>
public sealed class PlanItemForm
{
    public string? Title { get; set; }
    public string? Kind { get; set; }
    public List<DutyKind> Duties { get; set; } = [];
    public int? Month { get; set; }
    public int? Times { get; set; }
    public int? Persons { get; set; }
    public decimal? Hours { get; set; }
}

/// <summary>The year's training plan of an organisation, with progress against it.</summary>
public sealed class TrainingPlans(HubDbContext database, RuleBook rules, AuditTrail audit, TimeProvider clock)
{
    private const int MostTimes = 1000;
    private const int MostPersons = 100_000;
    private const int MostHundredths = 20_000;

    /// <summary>The plan in the order of the school year.</summary>
    /// <exception cref="RefusedException">Not the person's scope.</exception>
    public async Task<IReadOnlyList<PlanLine>> OfAsync(
        string path,
        int schoolYear,
        HubUser user,
        CancellationToken cancellationToken = default
    )
    {
        EnsureMay(path, user);
        var items = await database
            .Set<PlanItem>()
            .AsNoTracking()
            .Where(item => item.Path == path && item.SchoolYear == schoolYear)
            .ToListAsync(cancellationToken);
        var ids = items.Select(item => item.Id).ToList();
        var trainings = await database
            .Set<Training>()
            .Where(training => training.PlanItemId != null && ids.Contains(training.PlanItemId))
            .Select(training => new
            {
                training.PlanItemId,
                training.State,
                training.Id,
            })
            .ToListAsync(cancellationToken);
        var attended = await AttendedAsync(ids, cancellationToken);
        var labels = (await rules.OfAsync(schoolYear, cancellationToken)).Rules;
        int Count(PlanItem item, TrainingState state) => trainings.Count(row => row.PlanItemId == item.Id && row.State == state);
        return
        [
            .. items
                .OrderBy(item => item.Order)
                .ThenBy(item => item.Title, StringComparer.Ordinal)
                .Select(item => new PlanLine(
                    item,
                    labels.LabelOf(item.Kind),
                    Count(item, TrainingState.Closed),
                    attended.GetValueOrDefault(item.Id),
                    Count(item, TrainingState.Open)
                )),
        ];
    }

    /// <summary>A line of the person's scope.</summary>
    public async Task<PlanItem> FindAsync(string id, HubUser user, CancellationToken cancellationToken = default) =>
        HubId.IsValid(id)
        && await database.Set<PlanItem>().SingleOrDefaultAsync(item => item.Id == id, cancellationToken) is { } found
        && user.Can(HoursPermissions.Plan, found.Path)
            ? found
            : throw new RefusedException("没有这项计划，或者您不能查看它") { Kind = RefusalKind.NotFound };

    public async Task AddAsync(string path, int schoolYear, PlanItemForm form, HubUser user, CancellationToken cancellationToken = default)
    {
        EnsureMay(path, user);
        var item = new PlanItem
        {
            Id = HubId.New(clock),
            Path = path,
            SchoolYear = schoolYear,
            Title = "",
            Kind = "",
            Month = 0,
            Times = 0,
            Persons = 0,
            HoursHundredths = 0,
        };
        await ApplyAsync(item, form, cancellationToken);
        database.Add(item);
        audit.Record(user, "PlanItem.Added", nameof(PlanItem), item.Id, after: form, path: path);
        await database.SaveChangesAsync(cancellationToken);
    }

    public async Task ChangeAsync(string id, PlanItemForm form, HubUser user, CancellationToken cancellationToken = default)
    {
        var item = await FindAsync(id, user, cancellationToken);
        var before = FormOf(item);
        await ApplyAsync(item, form, cancellationToken);
        item.Version++;
        audit.Record(user, "PlanItem.Changed", nameof(PlanItem), id, before, form, item.Path);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Removes a line that no training fulfils.</summary>
    public async Task RemoveAsync(string id, HubUser user, CancellationToken cancellationToken = default)
    {
        var item = await FindAsync(id, user, cancellationToken);
        if (await database.Set<Training>().AnyAsync(training => training.PlanItemId == id, cancellationToken))
            throw new RefusedException("已有培训列在这项计划下，不能删除");
        database.Remove(item);
        audit.Record(user, "PlanItem.Removed", nameof(PlanItem), id, FormOf(item), path: item.Path);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The form of a line that exists.</summary>
    public static PlanItemForm FormOf(PlanItem item) =>
        new()
        {
            Title = item.Title,
            Kind = item.Kind,
            Duties = [.. item.Duties],
            Month = item.Month,
            Times = item.Times,
            Persons = item.Persons,
            Hours = item.HoursHundredths / 100m,
        };

    private async Task ApplyAsync(PlanItem item, PlanItemForm form, CancellationToken cancellationToken)
    {
        var title = (form.Title ?? "").Trim();
        if (title.Length is 0 or > Training.MaxTitleLength)
            throw new RefusedException("请填写培训名称") { Field = nameof(form.Title) };
        var kind = (await rules.OfAsync(item.SchoolYear, cancellationToken)).Rules.Kind(form.Kind ?? "");
        if (kind is null or { Form: ActivityForm.Achievement })
            throw new RefusedException("请选择培训类型") { Field = nameof(form.Kind) };
        if (form.Hours is not { } typed || Hours.Of(typed) is not { Hundredths: > 0 and <= MostHundredths } hours)
            throw new RefusedException("每场学时应大于 0、不超过 200，最多两位小数") { Field = nameof(form.Hours) };
        (item.Title, item.Kind, item.Duties, item.HoursHundredths) = (title, kind.Code, [.. form.Duties.Distinct()], hours.Hundredths);
        item.Month = Within(form.Month, 1, 12, nameof(form.Month), "请选择月份");
        item.Times = Within(form.Times, 1, MostTimes, nameof(form.Times), "场次应在 1 到 1000 之间");
        item.Persons = Within(form.Persons, 1, MostPersons, nameof(form.Persons), "人数应在 1 到 100000 之间");
    }

    private Task<Dictionary<string, int>> AttendedAsync(List<string> items, CancellationToken cancellationToken) =>
        (
            from training in database.Set<Training>()
            where training.PlanItemId != null && items.Contains(training.PlanItemId) && training.State == TrainingState.Closed
            join session in database.Set<TrainingSession>() on training.Id equals session.TrainingId
            join attendance in database.Set<Attendance>() on session.Id equals attendance.SessionId
            where attendance.CheckedInAt != null
            group attendance by training.PlanItemId into line
            select new { line.Key, Count = line.Select(row => row.TeacherId).Distinct().Count() }
        ).ToDictionaryAsync(line => line.Key!, line => line.Count, cancellationToken);

    private static int Within(int? value, int least, int most, string field, string text) =>
        value is { } number && number >= least && number <= most ? number : throw new RefusedException(text) { Field = field };

    private static void EnsureMay(string path, HubUser user)
    {
        if (!user.Can(HoursPermissions.Plan, path))
            throw new RefusedException("这个单位不在您的范围内") { Kind = RefusalKind.Forbidden };
    }
}
