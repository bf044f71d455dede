using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Ids;
using TeacherGrowthHub.People.Services.Teachers;
using TeacherGrowthHub.ResourceBank.Services;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Domain.Trainings;
using TeacherGrowthHub.TrainingHours.Services.Rules;

namespace TeacherGrowthHub.TrainingHours.Services.Trainings;

/// <summary>Reads the form into a training and refuses what cannot be; nothing is stored here.</summary>
public sealed class TrainingFormReading(
    SchoolCalendar calendar,
    RuleBook rules,
    PeopleDirectory people,
    ResourceReader works,
    TimeProvider clock
)
{
    private const int MaxText = 20_000;

    /// <exception cref="RefusedException">Naming the field.</exception>
    public async Task ApplyAsync(TrainingForm form, Training training, CancellationToken cancellationToken)
    {
        training.Title = Required(form.Title, nameof(form.Title), "请填写培训名称", Training.MaxTitleLength);
        training.Provider = Optional(form.Provider, nameof(form.Provider), Claim.MaxProviderLength);
        training.Description = Optional(form.Description, nameof(form.Description), MaxText);
        training.Speakers = Optional(form.Speakers, nameof(form.Speakers), Training.MaxTitleLength);
        training.Homework = Optional(form.Homework, nameof(form.Homework), MaxText);
        SessionReading.Apply(form, training, clock);
        training.Kind = await KindAsync(form, training, cancellationToken);
        (training.Level, training.IsMentalHealth, training.IsPreService) = (form.Level, form.IsMentalHealth, form.IsPreService);
        training.Duties = [.. form.Duties.Distinct()];
        training.Audience = await AudienceAsync(form, cancellationToken);
        training.Materials = await MaterialsAsync(form, cancellationToken);
        training.IsHomeworkRequired = form.IsHomeworkRequired && training.Homework.Length > 0;
        training.PlanItemId = HubId.IsValid(form.PlanItem) ? form.PlanItem : null;
        training.Capacity = form.Capacity is < 1 or > 100_000 ? throw Refuse(nameof(form.Capacity), "名额至少为 1") : form.Capacity;
        training.SignUpUntil = form.SignUpUntil is { } until ? SessionReading.Utc(until) : null;
        if (training.SignUpUntil > training.Start)
            throw Refuse(nameof(form.SignUpUntil), "报名截止应在培训开始之前");
    }

    // The rules of the school year in which it ends know the kinds; achievements are no trainings.
    private async Task<string> KindAsync(TrainingForm form, Training training, CancellationToken cancellationToken)
    {
        var last = SchoolCalendar.DayOf(training.End);
        var year =
            await calendar.YearOfAsync(last, cancellationToken) ?? throw Refuse(nameof(form.Sessions), "校历里还没有培训日期所在的学年");
        if (SchoolCalendar.DayOf(training.Start) < year.Start)
            throw Refuse(nameof(form.Sessions), "一次培训不能跨两个学年，请分成两次");
        var kind = (await rules.OfAsync(year.Id, cancellationToken)).Rules.Kind(form.Kind ?? "");
        return kind is null or { Form: ActivityForm.Achievement } ? throw Refuse(nameof(form.Kind), "请选择培训类型") : kind.Code;
    }

    private async Task<List<string>> AudienceAsync(TrainingForm form, CancellationToken cancellationToken)
    {
        var known = (await people.OrganizationsAsync(cancellationToken)).Select(organization => organization.Path).ToHashSet();
        return form.Audience.All(known.Contains)
            ? [.. form.Audience.Distinct().Order(StringComparer.Ordinal)]
            : throw Refuse(nameof(form.Audience), "参加范围里有不存在的单位");
    }

    private async Task<List<string>> MaterialsAsync(TrainingForm form, CancellationToken cancellationToken)
    {
        var ids = (form.Materials ?? "")
            .Split(['\n', '\r', ' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('/').Split('/')[^1].Split('?')[0])
            .Distinct()
            .ToList();
        var found = (await works.CardsAsync([.. ids.Where(HubId.IsValid)], cancellationToken)).Select(card => card.Id).ToHashSet();
        var lost = ids.Find(id => !found.Contains(id));
        return lost is null ? ids : throw new RefusedException("资源库里没有已发布的资源“{0}”", lost) { Field = nameof(form.Materials) };
    }

    private static string Required(string? text, string field, string missing, int longest) =>
        string.IsNullOrWhiteSpace(text) ? throw Refuse(field, missing) : Optional(text, field, longest);

    private static string Optional(string? text, string field, int longest) =>
        (text ?? "").Trim() is var clean && clean.Length > longest
            ? throw new RefusedException("最多 {0} 个字", longest) { Field = field }
            : clean;

    private static RefusedException Refuse(string field, string text) => new(text) { Field = field };
}
