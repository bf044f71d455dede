using TeacherGrowthHub.People.Domain;

namespace TeacherGrowthHub.People.Imports.Planning;

/// <summary>在岗, 休假, 退休, 离职.</summary>
internal static class StatusLabels
{
    private static readonly Dictionary<string, TeacherStatus> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["在岗"] = TeacherStatus.InPost,
        ["休假"] = TeacherStatus.OnLeave,
        ["退休"] = TeacherStatus.Retired,
        ["离职"] = TeacherStatus.Left,
    };

    public static IReadOnlyList<string> All { get; } = [.. Words.Keys];

    public static string Of(TeacherStatus status) => Words.First(pair => pair.Value == status).Key;

    public static TeacherStatus? Parse(string word) => Words.Named(word);
}

/// <summary>县区, 学校, 市直属学校: the city itself is not made by workbooks.</summary>
internal static class KindLabels
{
    private static readonly Dictionary<string, OrganizationKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["县区"] = OrganizationKind.County,
        ["学校"] = OrganizationKind.School,
        ["市直属学校"] = OrganizationKind.CityRunSchool,
    };

    public static IReadOnlyList<string> All { get; } = [.. Words.Keys];

    public static string Of(OrganizationKind kind) => Words.First(pair => pair.Value == kind).Key;

    public static OrganizationKind? Parse(string word) => Words.Named(word);
}

/// <summary>骨干, 专职, 兼职, 班主任, 学科, 新入职, or the full names of the duties.</summary>
internal static class DutyWords
{
    private static readonly Dictionary<string, DutyKind> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["骨干"] = DutyKind.Backbone,
        ["专职"] = DutyKind.FullTimePsych,
        ["兼职"] = DutyKind.PartTimePsych,
        ["班主任"] = DutyKind.ClassTeacher,
        ["学科"] = DutyKind.SubjectTeacher,
        ["新入职"] = DutyKind.NewTeacher,
    };

    public static IReadOnlyList<string> All { get; } = [.. Words.Keys];

    public static string Of(DutyKind kind) => Words.First(pair => pair.Value == kind).Key;

    public static DutyKind? Parse(string word) =>
        Words.Named(word)
        ?? Enum.GetValues<DutyKind>().Where(kind => kind.Label() == word).Select(kind => (DutyKind?)kind).FirstOrDefault();
}

internal static class NamedValues
{
    /// <summary>The value of a Chinese word or of a code's name; null for any other word.</summary>
    public static T? Named<T>(this Dictionary<string, T> words, string word)
        where T : struct, Enum =>
        words.TryGetValue(word, out var value)
            ? value
            : words.Values.Select(v => (T?)v).FirstOrDefault(v => string.Equals($"{v}", word, StringComparison.OrdinalIgnoreCase));
}
