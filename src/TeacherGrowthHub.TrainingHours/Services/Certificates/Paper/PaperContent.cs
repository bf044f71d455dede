using System.Globalization;
using TeacherGrowthHub.People.Domain;
using TeacherGrowthHub.TrainingHours.Domain;
using TeacherGrowthHub.TrainingHours.Domain.Balances;
using TeacherGrowthHub.TrainingHours.Domain.Certificates;

namespace TeacherGrowthHub.TrainingHours.Services.Certificates.Paper;

/// <summary>A certificate in words. A paper is always Chinese, whatever language the officer reads.</summary>
internal sealed class PaperContent(CertificateKind kind, CertificateFace face, string number, string code, string site)
{
    public string Title => kind == CertificateKind.Year ? "学时证明" : "培训学时证明";

    public string Number => number;

    public string Code { get; } = CertificateCode.Printed(code);

    /// <summary>Where the QR code leads.</summary>
    public string Address { get; } = $"{site}/verify/{code}";

    /// <summary>Where somebody without a camera types the code.</summary>
    public string Place { get; } = site[(site.IndexOf("//", StringComparison.Ordinal) + 2)..] + "/verify";

    public string Bureau => face.Bureau;
    public string Day { get; } = Full(face.IssuedOn);

    public string Paragraph =>
        kind == CertificateKind.Year
            ? $"{Person}，在{face.SchoolYear}—{face.SchoolYear + 1}学年参加心理健康教育培训与教研，经认定共计{face.Total}学时{Results}。特此证明。"
            : $"{Person}，参加“{face.Lines[0].Title}”，经认定计{face.Total}学时。特此证明。";

    public IReadOnlyList<string> Header => ["认定项目", "类别", "日期", "学时", .. face.Duties.Select(duty => "计入" + duty.Duty.Label())];

    public IReadOnlyList<IReadOnlyList<string>> Rows =>
        [
            .. face.Lines.Select(line =>
                (IReadOnlyList<string>)
                    [line.Title, line.Kind, Days(line), Amount(line.Hundredths), .. line.CountedHundredths.Select(Amount)]
            ),
        ];

    public IReadOnlyList<string> Total =>
        [
            "合计",
            "",
            $"{face.Lines.Count.ToString(CultureInfo.InvariantCulture)}项",
            face.Total.ToString(),
            .. face.Duties.Select(duty => Amount(duty.CountedHundredths)),
        ];

    /// <summary>Everything that is drawn.</summary>
    public IEnumerable<string> Texts =>
        [Title, Number, Code, Place, Bureau, Day, Paragraph, .. Header, .. Rows.SelectMany(row => row), .. Total, PaperWords.All];

    /// <summary>Those of them that are drawn bold.</summary>
    public IEnumerable<string> BoldTexts => [Title, .. Total, PaperWords.Ellipsis];

    private string Person => $"{face.Teacher}老师（工号{face.TeacherNumber}），{face.School}教师";

    private string Results =>
        face.Duties.Count == 0 ? ""
        : face.Duties.All(duty => duty.State is StandingState.Met or StandingState.MadeUp)
            ? $"，达到{string.Join('、', face.Duties.Select(Asked))}的要求"
        : "；" + string.Join("；", face.Duties.Select(Result));

    private static string Asked(FaceDuty duty) => $"{duty.Duty.Label()}{Amount(duty.RequiredHundredths)}学时";

    private static string Result(FaceDuty duty) =>
        duty.State == StandingState.Exempt
            ? $"{duty.Duty.Label()}免修"
            : $"{duty.Duty.Label()}要求{Amount(duty.RequiredHundredths)}学时，计入{Amount(duty.CountedHundredths)}学时，{duty.State.Label()}";

    private static string Amount(int hundredths) => new Hours(hundredths).ToString();

    private static string Days(FaceLine line) =>
        line.From == line.To ? Full(line.From)
        : (line.From.Year, line.From.Month) == (line.To.Year, line.To.Month)
            ? $"{line.From.Year}年{line.From.Month}月{line.From.Day}—{line.To.Day}日"
        : $"{Full(line.From)}—{Full(line.To)}";

    private static string Full(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}

/// <summary>The fixed words of a paper.</summary>
internal static class PaperWords
{
    public const string Number = "证明编号";
    public const string Code = "查验码";
    public const string Place = "查验地址";
    public const string Seal = "（盖章处）";
    public const string Ellipsis = "…";
    public const string Indent = "\u3000\u3000";

    /// <summary>Their characters, with those of page numbers.</summary>
    public const string All = Number + Code + Place + Seal + Indent + Ellipsis + "续第页，共 0123456789";

    public static string Page(int page, int pages) => $"第{page}页，共{pages}页";
}
