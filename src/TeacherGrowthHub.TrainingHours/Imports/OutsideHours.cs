using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.Kernel.Permissions;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Rules;
using TeacherGrowthHub.TrainingHours.Services.Claims;

namespace TeacherGrowthHub.TrainingHours.Imports;

/// <summary>An activity of a teacher as a workbook or another system tells it.</summary>
/// <param name="Number">工号.</param>
/// <param name="Name">To be held against the number; null is not checked.</param>
/// <param name="Kind">Label or code of a kind.</param>
/// <param name="Granted">Null grants all.</param>
internal sealed record OutsideHour(
    string Number,
    string? Name,
    string? Kind,
    string? Title,
    string? Provider,
    DateOnly From,
    DateOnly? To,
    decimal Hours,
    decimal? Granted = null,
    bool IsMentalHealth = true,
    bool IsPreService = false,
    string? Reference = null,
    string? LateReason = null
)
{
    public DateOnly LastDay => To ?? From;
}

/// <summary>Holds activities from outside against the rules, as if their teachers had claimed them. Refusals name the field.</summary>
internal sealed class OutsideHours(HoursImportData data, SchoolCalendar calendar)
{
    /// <summary>The teacher and the present school.</summary>
    /// <exception cref="RefusedException">Unknown, without a school, or somebody else's: these are as if they were not there.</exception>
    public (TeacherHistory Teacher, string Path) TeacherOf(OutsideHour hour, HubUser user, string permission)
    {
        if (
            data.Teacher(hour.Number) is not { } teacher
            || teacher.PostOn(calendar.Today)?.Path is not { } path
            || !user.Can(permission, path)
        )
            throw Refuse("TeacherNumber", "您的认定范围内没有工号为“{0}”的在岗教师", hour.Number);
        if (hour.Name is { } name && name != teacher.Name)
            throw Refuse(nameof(OutsideHour.Name), "工号 {0} 的教师不叫“{1}”，请核对是哪一位", hour.Number, name);
        return (teacher, path);
    }

    /// <summary>Puts the activity into a claim.</summary>
    /// <returns>The kind.</returns>
    public ActivityKind Fill(Claim claim, OutsideHour hour)
    {
        var year = data.YearOf(hour.LastDay) ?? throw Refuse(nameof(ClaimForm.To), "{0:yyyy-MM-dd} 不在本站的学年日历里", hour.LastDay);
        var rules = (data.RulesOn(hour.LastDay) ?? throw Refuse(nameof(ClaimForm.To), "{0} 学年还没有学时规则", year.Id)).Rules;
        var kind =
            rules.Kinds.FirstOrDefault(known => known.Label == hour.Kind || known.Code == hour.Kind)
            ?? throw Refuse(nameof(ClaimForm.Kind), "{0} 学年的规则里没有这个类型，可以填：{1}", year.Id, HoursImportData.KindsOf(rules));
        if (kind.Form == ActivityForm.Achievement)
            throw Refuse(nameof(ClaimForm.Kind), "成果折算由教师本人申报，不能批量导入");
        FormOf(hour, kind.Code).Fill(claim, year, rules, calendar.Today);
        ClaimDecisions.Grant(claim, hour.Granted is { } hours ? Hours.Of(hours) ?? Hours.Zero : null);
        claim.Reference = Typed.Optional(hour.Reference, nameof(Claim.Reference), "凭据编号", Claim.MaxReferenceLength);
        claim.Level = claim.StepsOf(kind)[^1];
        return kind;
    }

    private static ClaimForm FormOf(OutsideHour hour, string kind) =>
        new(
            kind,
            hour.Title,
            hour.Provider,
            hour.From,
            hour.To,
            hour.Hours,
            hour.IsMentalHealth,
            hour.IsPreService,
            LateReason: hour.LateReason
        );

    private static RefusedException Refuse(string field, string text, params object[] arguments) => new(text, arguments) { Field = field };
}
