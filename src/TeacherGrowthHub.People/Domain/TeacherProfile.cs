using TeacherGrowthHub.Kernel.Errors;

namespace TeacherGrowthHub.People.Domain;

/// <summary>What a school writes down about a teacher: forms, workbooks and corrections all come through here.</summary>
public sealed record TeacherProfile(
    string? TeacherNumber,
    string? Name,
    string? Mobile = null,
    string? Stage = null,
    string? Subject = null,
    string? Title = null,
    string? Certificate = null,
    DateOnly? ServiceFrom = null,
    TeacherStatus Status = TeacherStatus.InPost
)
{
    private const int LongestNumber = 40;
    private const int LongestWord = 40;
    private const int LongestCertificate = 80;
    private const int LengthOfIdCard = 18;
    private static readonly DateOnly EarliestService = new(1950, 1, 1);

    /// <summary>The same, cleaned and held against the rules.</summary>
    /// <param name="today">Nobody begins service later than a year from now.</param>
    /// <exception cref="RefusedException">With the property's name as field.</exception>
    public TeacherProfile Checked(DateOnly today) =>
        this with
        {
            TeacherNumber = CheckedNumber(),
            Name = Typed.Required(Name, nameof(Name), "姓名", Teacher.MaxNameLength),
            Mobile = CheckedMobile(),
            Stage = CheckedStage(),
            Subject = Typed.Optional(Subject, nameof(Subject), "任教学科", LongestWord),
            Title = Typed.Optional(Title, nameof(Title), "职称", LongestWord),
            Certificate = Typed.Optional(Certificate, nameof(Certificate), "证书", LongestCertificate),
            ServiceFrom = CheckedService(today),
        };

    private string CheckedNumber()
    {
        var number = Typed.Required(TeacherNumber, nameof(TeacherNumber), "工号", LongestNumber);
        // An ID-card number is never stored (domain 6.5); it is what schools paste most often by mistake.
        if (number.Length == LengthOfIdCard && number[..^1].All(char.IsAsciiDigit))
            throw new RefusedException("工号不能是身份证号：本站不保存身份证号") { Field = nameof(TeacherNumber) };
        return number.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? number
            : throw new RefusedException("工号只能用字母、数字、短横线和下划线") { Field = nameof(TeacherNumber) };
    }

    private string? CheckedMobile()
    {
        var mobile = Typed.Clean(Mobile)?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (mobile?.StartsWith("+86", StringComparison.Ordinal) == true)
            mobile = mobile[3..];
        return mobile is null || MobileNumber.IsValid(mobile)
            ? mobile
            : throw new RefusedException("手机号应为 11 位数字") { Field = nameof(Mobile) };
    }

    private string? CheckedStage()
    {
        var stage = Typed.Clean(Stage);
        return stage is null || SchoolStage.Labels.ContainsKey(stage)
            ? stage
            : throw new RefusedException("没有这个学段：{0}", stage) { Field = nameof(Stage) };
    }

    private DateOnly? CheckedService(DateOnly today) =>
        ServiceFrom is { } day && (day < EarliestService || day > today.AddYears(1))
            ? throw new RefusedException("参加工作时间不合理：{0:yyyy-MM-dd}", day) { Field = nameof(ServiceFrom) }
            : ServiceFrom;
}
