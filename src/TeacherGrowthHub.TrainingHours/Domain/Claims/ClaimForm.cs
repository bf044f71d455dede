using TeacherGrowthHub.Kernel.Calendar;
using TeacherGrowthHub.Kernel.Errors;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Rules;

namespace TeacherGrowthHub.TrainingHours.Domain.Claims;

/// <summary>What a teacher types to claim hours.</summary>
/// <param name="Kind">Code of a kind in the rules of the school year.</param>
/// <param name="Hours">As the evidence says; left out for achievements, whose hours the rules set.</param>
/// <param name="Achievement">成果名称, for achievements.</param>
/// <param name="Grade">Code of the <see cref="Equivalence"/>.</param>
/// <param name="LateReason">Why it comes after the time for claims.</param>
public sealed record ClaimForm(
    string? Kind,
    string? Title,
    string? Provider,
    DateOnly? From,
    DateOnly? To,
    decimal? Hours,
    bool IsMentalHealth,
    bool IsPreService,
    string? Achievement = null,
    string? Grade = null,
    string? LateReason = null
)
{
    /// <summary>The most hours of one day that anybody can claim.</summary>
    public const int MostHoursOfDay = 12;

    /// <summary>Puts what was typed into a draft, held against the rules.</summary>
    /// <exception cref="RefusedException">With the property's name as field.</exception>
    public void Fill(Claim claim, SchoolYear year, RuleSet rules, DateOnly today)
    {
        var kind = rules.Kind(Kind ?? "") ?? throw Refused(nameof(Kind), "请选择类型");
        var (from, to) = CheckedDays(today);
        claim.SchoolYear = year.Id;
        claim.Kind = kind.Code;
        (claim.From, claim.To) = (from, to);
        claim.Provider = Typed.Optional(Provider, nameof(Provider), "主办单位", Claim.MaxProviderLength) ?? "";
        claim.IsMentalHealth = IsMentalHealth;
        claim.IsPreService = IsPreService;
        claim.LateReason = CheckedLateReason(year, rules, today);
        if (kind.Form == ActivityForm.Achievement)
            FillAchievement(claim, kind, rules);
        else
            FillActivity(claim, from, to);
        claim.GrantedHundredths = claim.RawHundredths;
    }

    /// <summary>Whether hours of a past school year come after its time for claims.</summary>
    public static bool IsLate(SchoolYear year, RuleSet rules, DateOnly today) =>
        today > MonthDay.OnOrAfter(rules.LateClaimsUntil, year.End.AddDays(1));

    private void FillActivity(Claim claim, DateOnly from, DateOnly to)
    {
        claim.Title = Typed.Required(Title, nameof(Title), "名称", Claim.MaxTitleLength);
        (claim.Achievement, claim.AchievementGrade) = (null, null);
        claim.RawHundredths = CheckedHours(from, to).Hundredths;
        claim.ActivityKey = ActivityKeys.OfActivity(claim.Title, from, to);
    }

    private void FillAchievement(Claim claim, ActivityKind kind, RuleSet rules)
    {
        var grade = rules.Equivalence(kind.Code, Grade ?? "") ?? throw Refused(nameof(Grade), "请选择等次：没有列出的不能折算学时");
        claim.Achievement = Typed.Required(Achievement, nameof(Achievement), "成果名称", Claim.MaxTitleLength);
        claim.AchievementGrade = grade.Code;
        claim.Title = Cut($"{claim.Achievement}（{grade.Label}）");
        claim.RawHundredths = grade.Hundredths;
        claim.ActivityKey = $"{kind.Code}:{grade.Code}:{ActivityKeys.OfAchievement(claim.Achievement)}";
    }

    private (DateOnly From, DateOnly To) CheckedDays(DateOnly today)
    {
        var from = From ?? throw Refused(nameof(From), "请填写开始日期");
        var to = To ?? from;
        if (to < from)
            throw Refused(nameof(To), "结束日期早于开始日期");
        return to <= today ? (from, to) : throw Refused(nameof(To), "活动结束后才能登记学时");
    }

    private Domain.Hours CheckedHours(DateOnly from, DateOnly to)
    {
        if (Hours is not { } typed || Domain.Hours.Of(typed) is not { } hours || hours <= Domain.Hours.Zero)
            throw Refused(nameof(Hours), "学时应是大于 0、最多两位小数的数");
        var most = (to.DayNumber - from.DayNumber + 1) * MostHoursOfDay;
        return typed <= most
            ? hours
            : throw Refused(nameof(Hours), "{0} 天的活动最多登记 {1} 学时", to.DayNumber - from.DayNumber + 1, most);
    }

    private string? CheckedLateReason(SchoolYear year, RuleSet rules, DateOnly today)
    {
        if (!IsLate(year, rules, today))
            return null;
        return Typed.Clean(LateReason) is { } reason
            ? Typed.Required(reason, nameof(LateReason), "补登原因", Ledger.LedgerEntry.MaxReasonLength)
            : throw Refused(
                nameof(LateReason),
                "{0} 学年的学时应在次年 {1} 前登记，补登请写明原因，由市级认定",
                year.Id,
                rules.LateClaimsUntil
            );
    }

    private static string Cut(string text) => text.Length <= Claim.MaxTitleLength ? text : text[..Claim.MaxTitleLength];

    private static RefusedException Refused(string field, string text, params object[] arguments) => new(text, arguments) { Field = field };
}
