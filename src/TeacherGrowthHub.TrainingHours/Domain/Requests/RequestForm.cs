using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Claims;
using TeacherGrowthHub.TrainingHours.Domain.Ledger;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Requests;

/// <summary>What a teacher types to ask for something.</summary>
public sealed record RequestForm(
    RequestKind Kind,
    int SchoolYear,
    DateOnly? From,
    DateOnly? To,
    string? ExemptionKind,
    DutyKind? Duty,
    string? ActivityKind,
    string? Title,
    decimal? Hours,
    bool IsMentalHealth,
    string? Reason
)
{
    /// <summary>The same, cleaned and held against the rules.</summary>
    /// <exception cref="RefusedException">With the property's name as field.</exception>
    public RequestForm Checked(SchoolYear year, RuleSet rules, DateOnly today)
    {
        var from = From ?? throw Refused(nameof(From), "请填写开始日期");
        var to = To ?? from;
        if (to < from)
            throw Refused(nameof(To), "结束日期早于开始日期");
        var reason = Typed.Required(Reason, nameof(Reason), "理由", LedgerEntry.MaxReasonLength);
        return Kind == RequestKind.Exemption ? Exempt(year, rules, from, to, reason) : Attended(year, rules, from, to, today, reason);
    }

    private RequestForm Exempt(SchoolYear year, RuleSet rules, DateOnly from, DateOnly to, string reason)
    {
        if (rules.Exemptions.All(kind => kind.Code != ExemptionKind))
            throw Refused(nameof(ExemptionKind), "请选择免修的情形");
        if (to < year.Start || from > year.End)
            throw Refused(nameof(From), "免修的时间应在所选学年内");
        return this with { From = from, To = to, Reason = reason, ActivityKind = null, Title = null, Hours = null, IsMentalHealth = false };
    }

    private RequestForm Attended(SchoolYear year, RuleSet rules, DateOnly from, DateOnly to, DateOnly today, string reason)
    {
        if (to > today)
            throw Refused(nameof(To), "活动结束后才能登记学时");
        if (Kind == RequestKind.Incoming && (to < year.Start || to > year.End))
            throw Refused(nameof(To), "转入的学时应在所选学年内取得");
        if (rules.Kind(ActivityKind ?? "") is not { } kind || kind.Form == ActivityForm.Achievement)
            throw Refused(nameof(ActivityKind), "请选择类型");
        if (Hours is not { } typed || Domain.Hours.Of(typed) is not { } hours || hours <= Domain.Hours.Zero || typed > 400)
            throw Refused(nameof(Hours), "学时应是大于 0、最多两位小数的数");
        return this with
        {
            From = from,
            To = to,
            Reason = reason,
            Title = Typed.Required(Title, nameof(Title), "名称", Claim.MaxTitleLength),
            ExemptionKind = null,
            Duty = null,
        };
    }

    private static RefusedException Refused(string field, string text) => new(text) { Field = field };
}
